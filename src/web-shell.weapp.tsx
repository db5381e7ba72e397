/** WeChat draws its own. */
export const WebShell = () => null
