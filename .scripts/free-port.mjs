import { createServer } from "node:net";

/** A free port on 127.0.0.1: the preferred one where nobody has it, else any. */
export async function freePort(preferred = 0) {
  try {
    return await bind(preferred);
  } catch {
    return bind(0);
  }
}

function bind(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const { port: bound } = server.address();
      server.close(() => resolve(bound));
    });
  });
}
