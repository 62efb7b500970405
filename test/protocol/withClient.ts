import { type ClientOptions, TestClient } from "./TestClient.ts";
import { startProcess, type Transport } from "./transports.ts";

/** Runs a test against a server of its own and ends it whatever happens. */
export async function withClient(
  options: ClientOptions,
  test: (client: TestClient) => Promise<void>,
  transport: Transport = startProcess(),
): Promise<void> {
  const client = await TestClient.start(transport, options);
  try {
    await test(client);
  } finally {
    await client.stop();
  }
}
