/**
 * An esbuild plugin: @stdlib runs in engines from before typed arrays, and brings a stand-in for whatever they may lack.
 * All of ours have the real ones, which saves half of what its functions weigh.
 */
export const withoutPolyfills = {
  name: "without-polyfills",
  setup({ onResolve, onLoad }) {
    const namespace = "without-polyfills";
    onResolve(
      { filter: /^@stdlib\/(?:array-(?:float64|uint(?:8|16|32))|utils-define-property)$/ },
      (wanted) => ({
        path: wanted.path,
        namespace,
      }),
    );
    onLoad({ filter: /./, namespace }, ({ path: name }) => ({
      contents: `module.exports = ${builtIn(name)}`,
    }));
  },
};

/** `@stdlib/array-float64` → `Float64Array`. */
function builtIn(name) {
  const [, first, rest] = /array-(.)(.*)/.exec(name) ?? [];
  return first === undefined ? "Object.defineProperty" : `${first.toUpperCase()}${rest}Array`;
}
