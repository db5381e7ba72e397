/** What the Taro build would have put in place before a component is drawn. */
process.env['TARO_ENV'] = 'h5'
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
