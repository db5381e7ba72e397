/** The simulator's parts that we call and that ship without types, narrowed to what we call. */

declare module 'miniprogram-exparser' {
  type Exparser = {
    Event: {
      create: (name: string, detail: unknown, options: Record<string, unknown>) => unknown
      dispatchEvent: (node: unknown, event: unknown) => void
    }
  }
  const exparser: Exparser
  export default exparser
}

declare module 'miniprogram-compiler' {
  const compiler: { wxmlToJs: (rootPath: string) => string }
  export default compiler
}

declare module 'miniprogram-simulate/src/wxss' {
  const wxss: { getContent: (file: string) => string; insert: (css: string[], id: string) => void }
  export default wxss
}
