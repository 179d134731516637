using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MoroccoCT.Storage.Migrations
{
    /// <summary>People and what lets them in; whose requests are whose, and who sees them. Columns name no types.</summary>
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "desk", table: "requests", nullable: false, defaultValue: "main");

            migrationBuilder.AddColumn<bool>(name: "is_shared", table: "requests", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<int>(name: "marking_level", table: "requests", nullable: false, defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(name: "person_id", table: "requests", nullable: true);

            migrationBuilder.AddColumn<string>(name: "prepared_by", table: "requests", nullable: true);

            // Editions are for the house; what was ordered before has the marking that stands in the order.
            migrationBuilder.Sql("UPDATE requests SET is_shared = (schedule IS NOT NULL)");
            migrationBuilder.Sql(
                $"""
                 UPDATE requests SET marking_level = CASE {Marking(migrationBuilder)} WHEN 'TLP:GREEN' THEN 1 WHEN 'TLP:AMBER' THEN 2
                 WHEN 'TLP:AMBER+STRICT' THEN 3 WHEN 'TLP:RED' THEN 4 ELSE 0 END
                 """);

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(nullable: false),
                    revision = table.Column<int>(nullable: false),
                    number = table.Column<long>(nullable: false),
                    name = table.Column<string>(nullable: false),
                    name_key = table.Column<string>(nullable: false),
                    display_name = table.Column<string>(nullable: false),
                    role = table.Column<string>(nullable: false),
                    clearance = table.Column<int>(nullable: false),
                    desk = table.Column<string>(nullable: false),
                    password_hash = table.Column<string>(nullable: true),
                    totp_secret = table.Column<string>(nullable: true),
                    totp_step = table.Column<long>(nullable: false),
                    recovery_codes = table.Column<string>(nullable: false),
                    failures = table.Column<int>(nullable: false),
                    locked_until = table.Column<long>(nullable: true),
                    is_disabled = table.Column<bool>(nullable: false),
                    created_at = table.Column<long>(nullable: false),
                    last_sign_in_at = table.Column<long>(nullable: true),
                    deleted_at = table.Column<long>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(nullable: false),
                    person_id = table.Column<Guid>(nullable: false),
                    name = table.Column<string>(nullable: false),
                    hash = table.Column<string>(nullable: false),
                    scope_words = table.Column<string>(nullable: false),
                    created_at = table.Column<long>(nullable: false),
                    expires_at = table.Column<long>(nullable: false),
                    last_used_at = table.Column<long>(nullable: true),
                    revoked_at = table.Column<long>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_keys", x => x.id);
                    table.ForeignKey(
                        name: "FK_api_keys_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "external_logins",
                columns: table => new
                {
                    issuer = table.Column<string>(nullable: false),
                    subject = table.Column<string>(nullable: false),
                    person_id = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_external_logins", x => new { x.issuer, x.subject });
                    table.ForeignKey(
                        name: "FK_external_logins_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "one_time_links",
                columns: table => new
                {
                    token_hash = table.Column<string>(nullable: false),
                    person_id = table.Column<Guid>(nullable: true),
                    expires_at = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_one_time_links", x => x.token_hash);
                    table.ForeignKey(
                        name: "FK_one_time_links_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "passkeys",
                columns: table => new
                {
                    id = table.Column<string>(nullable: false),
                    person_id = table.Column<Guid>(nullable: false),
                    name = table.Column<string>(nullable: false),
                    public_key = table.Column<byte[]>(nullable: false),
                    created_at = table.Column<long>(nullable: false),
                    last_used_at = table.Column<long>(nullable: true),
                    sign_count = table.Column<long>(nullable: false),
                    transports = table.Column<string>(nullable: false),
                    is_user_verified = table.Column<bool>(nullable: false),
                    is_backup_eligible = table.Column<bool>(nullable: false),
                    is_backed_up = table.Column<bool>(nullable: false),
                    attestation_object = table.Column<byte[]>(nullable: false),
                    client_data_json = table.Column<byte[]>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_passkeys", x => x.id);
                    table.ForeignKey(
                        name: "FK_passkeys_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(nullable: false),
                    token_hash = table.Column<string>(nullable: false),
                    person_id = table.Column<Guid>(nullable: false),
                    method = table.Column<string>(nullable: false),
                    address = table.Column<string>(nullable: true),
                    created_at = table.Column<long>(nullable: false),
                    last_seen_at = table.Column<long>(nullable: false),
                    expires_at = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.id);
                    table.ForeignKey(
                        name: "FK_sessions_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(name: "IX_requests_person_id", table: "requests", column: "person_id");

            migrationBuilder.CreateIndex(name: "IX_api_keys_hash", table: "api_keys", column: "hash", unique: true);

            migrationBuilder.CreateIndex(name: "IX_api_keys_person_id", table: "api_keys", column: "person_id");

            migrationBuilder.CreateIndex(name: "IX_external_logins_person_id", table: "external_logins", column: "person_id");

            migrationBuilder.CreateIndex(name: "IX_one_time_links_person_id", table: "one_time_links", column: "person_id");

            migrationBuilder.CreateIndex(name: "IX_passkeys_person_id", table: "passkeys", column: "person_id");

            migrationBuilder.CreateIndex(name: "IX_people_name_key", table: "people", column: "name_key", unique: true);

            migrationBuilder.CreateIndex(name: "IX_people_number", table: "people", column: "number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_sessions_expires_at", table: "sessions", column: "expires_at");

            migrationBuilder.CreateIndex(name: "IX_sessions_person_id", table: "sessions", column: "person_id");

            migrationBuilder.CreateIndex(name: "IX_sessions_token_hash", table: "sessions", column: "token_hash", unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "api_keys");

            migrationBuilder.DropTable(name: "external_logins");

            migrationBuilder.DropTable(name: "one_time_links");

            migrationBuilder.DropTable(name: "passkeys");

            migrationBuilder.DropTable(name: "sessions");

            migrationBuilder.DropTable(name: "people");

            migrationBuilder.DropIndex(name: "IX_requests_person_id", table: "requests");

            // The framework would copy the whole table to drop a column from SQLite's; both databases can do it themselves.
            foreach (var column in new[] { "desk", "is_shared", "marking_level", "person_id", "prepared_by" })
                migrationBuilder.Sql($"ALTER TABLE requests DROP COLUMN {column}");
        }

        private static string Marking(MigrationBuilder migrationBuilder) => migrationBuilder.ActiveProvider.EndsWith("Sqlite", StringComparison.Ordinal)
            ? "json_extract(\"order\", '$.marking')"
            : "(\"order\"::json ->> 'marking')";
    }
}
