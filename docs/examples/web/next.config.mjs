/** Files alone: any web server has them, and the pages ask the gateway from the browser. */
export default { output: 'export', turbopack: { root: import.meta.dirname } };
