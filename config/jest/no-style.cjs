/** Styles have no effect under test; a CSS module answers every class name with itself. */
module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? false : String(name)) })
