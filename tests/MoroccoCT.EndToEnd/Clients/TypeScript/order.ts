// Orders, waits, downloads and has the file checked, and is refused once, all by the types that openapi-typescript has made.
import createClient from "openapi-fetch";
import { writeFile } from "node:fs/promises";
import type { paths } from "./api.js";

const [address, file] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl: address! });
const order = { sections: ["regional"], title: "Made by a client in TypeScript", depth: "short" as const };

const { data: accepted } = await client.POST("/api/v1/requests", { params: { header: { "Idempotency-Key": "typescript-1" } }, body: order });
const path = { id: accepted!.id };
await client.GET("/api/v1/requests/{id}/events", { params: { path }, parseAs: "text" });
const { data: request } = await client.GET("/api/v1/requests/{id}", { params: { path } });
const { data: document } = await client.GET("/api/v1/requests/{id}/document", { params: { path }, parseAs: "arrayBuffer" });
const pdf = new Uint8Array(document!);
await writeFile(file!, pdf);

const { data: report } = await client.POST("/api/v1/verify", {
  body: "", bodySerializer: () => pdf, headers: { "Content-Type": "application/pdf" },
});
const { data: found } = await client.GET("/api/v1/requests", { params: { query: { state: ["completed"], q: "typescript" } } });
const isFound = found!.items.length === 1 && found!.items[0]!.number === request!.number;
console.log(`${request!.state} ${request!.order.depth} ${request!.pages} ${report!.verdict} ${isFound}`);

const { error } = await client.POST("/api/v1/requests", { body: { ...order, sections: ["nothing"] } });
console.log(`${error!.status} ${error!.errors!["sections"]!.join(" ")}`);
