using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MoroccoCT.Storage.Migrations
{
    /// <summary>Deliveries, to whom requests go, and people's mail addresses. Columns name no types.</summary>
    public partial class Deliveries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "deliver_to", table: "requests", nullable: false, defaultValue: "[]");

            migrationBuilder.AddColumn<string>(name: "email", table: "people", nullable: true);

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(nullable: false),
                    revision = table.Column<int>(nullable: false),
                    request_id = table.Column<Guid>(nullable: false),
                    channel = table.Column<string>(nullable: false),
                    address = table.Column<string>(nullable: false),
                    round = table.Column<int>(nullable: false),
                    name = table.Column<string>(nullable: true),
                    language = table.Column<string>(nullable: false),
                    person_id = table.Column<Guid>(nullable: true),
                    state = table.Column<string>(nullable: false),
                    attempts = table.Column<int>(nullable: false),
                    next_at = table.Column<long>(nullable: false),
                    answer = table.Column<string>(nullable: true),
                    fault = table.Column<string>(nullable: true),
                    message_id = table.Column<string>(nullable: false),
                    is_handed_over = table.Column<bool>(nullable: false),
                    beat = table.Column<long>(nullable: false),
                    created_at = table.Column<long>(nullable: false),
                    updated_at = table.Column<long>(nullable: false),
                    finished_at = table.Column<long>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deliveries", x => x.id);
                    table.ForeignKey(
                        name: "FK_deliveries_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_request_id_channel_address_round",
                table: "deliveries",
                columns: new[] { "request_id", "channel", "address", "round" },
                unique: true);

            migrationBuilder.CreateIndex(name: "IX_deliveries_state_next_at", table: "deliveries", columns: new[] { "state", "next_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "deliveries");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN deliver_to");

            migrationBuilder.Sql("ALTER TABLE people DROP COLUMN email");
        }
    }
}
