declare module '*.scss'
declare module '*.webp' {
  const url: string
  export default url
}
declare module '*.png' {
  const url: string
  export default url
}

/** Id of the CloudBase environment, from `CLOUD_ENV` at build time; empty means the mini program's default one. */
declare const CLOUD_ENV: string
