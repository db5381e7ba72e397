/** The part of `qrcode` that only computes: what draws to files and canvases stays out of the shopper's package. */
declare module 'qrcode/lib/core/qrcode' {
  export { create, type QRCode } from 'qrcode'
}
