var (generator, address, file) = (args[0], args[1], args[2]);
using var http = new HttpClient { BaseAddress = new(address) };
await (generator == "nswag" ? OrderByNSwag.RunAsync(http, file) : OrderByKiota.RunAsync(http, file));
