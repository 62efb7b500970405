/**
 * An esbuild plugin: a process takes the protocol from server.js, which has it for workers already, and keeps only what is
 * Node's own. Two copies would not know each other's errors and tokens.
 */
export const sharedServer = {
  name: "shared-server",
  setup({ onResolve, onLoad }) {
    const namespace = "shared-server";
    const protocol =
      /[\\/]node_modules[\\/]vscode-(?:jsonrpc|languageserver(?:-protocol)?)[\\/]lib[\\/]node$/;
    // `common/api` of the server has all that those of the protocol and of JSON-RPC have.
    onResolve({ filter: /^\.\.\/common\/(?:api|server)$/ }, ({ resolveDir }) =>
      protocol.test(resolveDir) ? { path: "protocol", namespace } : undefined,
    );
    onLoad({ filter: /^protocol$/, namespace }, () => ({
      contents: "module.exports = globalThis.bitlawServer.protocol",
    }));
  },
};
