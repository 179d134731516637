using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MoroccoCT.Storage.Migrations
{
    /// <summary>The first tables. Columns name no types, so that SQLite and PostgreSQL each take their own.</summary>
    public partial class Ledger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "counters",
                columns: table => new
                {
                    name = table.Column<string>(nullable: false),
                    value = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counters", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    sha256 = table.Column<string>(nullable: false),
                    content = table.Column<byte[]>(nullable: false),
                    pages = table.Column<int>(nullable: false),
                    bytes = table.Column<long>(nullable: false),
                    created_at = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "schedules",
                columns: table => new
                {
                    name = table.Column<string>(nullable: false),
                    cron = table.Column<string>(nullable: false),
                    time_zone = table.Column<string>(nullable: false),
                    since = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schedules", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "requests",
                columns: table => new
                {
                    id = table.Column<Guid>(nullable: false),
                    number = table.Column<string>(nullable: false),
                    state = table.Column<string>(nullable: false),
                    order = table.Column<string>(nullable: false),
                    by = table.Column<string>(nullable: false),
                    key = table.Column<string>(nullable: true),
                    schedule = table.Column<string>(nullable: true),
                    issue_date = table.Column<string>(nullable: false),
                    created_at = table.Column<long>(nullable: false),
                    updated_at = table.Column<long>(nullable: false),
                    started_at = table.Column<long>(nullable: true),
                    finished_at = table.Column<long>(nullable: true),
                    attempts = table.Column<int>(nullable: false),
                    job_id = table.Column<string>(nullable: true),
                    fingerprint = table.Column<string>(nullable: true),
                    sha256 = table.Column<string>(nullable: true),
                    pages = table.Column<int>(nullable: true),
                    bytes = table.Column<long>(nullable: true),
                    error_title = table.Column<string>(nullable: true),
                    error_detail = table.Column<string>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests", x => x.id);
                    table.ForeignKey(
                        name: "FK_requests_documents_sha256",
                        column: x => x.sha256,
                        principalTable: "documents",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_requests_fingerprint",
                table: "requests",
                column: "fingerprint");

            migrationBuilder.CreateIndex(
                name: "IX_requests_key",
                table: "requests",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_requests_number",
                table: "requests",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_requests_schedule_id",
                table: "requests",
                columns: new[] { "schedule", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_sha256",
                table: "requests",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "IX_requests_state",
                table: "requests",
                column: "state");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "counters");

            migrationBuilder.DropTable(
                name: "requests");

            migrationBuilder.DropTable(
                name: "schedules");

            migrationBuilder.DropTable(
                name: "documents");
        }
    }
}
