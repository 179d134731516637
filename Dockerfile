# syntax=docker/dockerfile:1
FROM node:20-slim AS node

# Build: the .NET SDK, and Node.js with npm for the typesetting engine's host and the style sheets.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN dotnet publish src/MoroccoCT --configuration Release --output /app

# Run: the ASP.NET runtime and Node.js, as a user without rights, on a read-only root file system.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=node /usr/local/bin/node /usr/local/bin/node
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl tzdata util-linux \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin moroccoct \
 && install -d -o moroccoct -g moroccoct /data
WORKDIR /app
COPY --from=build /app .
USER moroccoct
ENV DOTNET_EnableDiagnostics=0 \
    MOROCCOCT__Logging__Format=json
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s \
  CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://localhost:8080/health/ready"]
# Inside a container the port must be open to it, and so people sign in. The link for the first administrator is in the log.
ENTRYPOINT ["dotnet", "MoroccoCT.dll", "serve", "--data", "/data", "--urls", "http://0.0.0.0:8080"]
