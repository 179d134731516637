using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MoroccoCT.Storage.Migrations
{
    /// <summary>Briefings that people pointed out to their colleagues. Columns name no types.</summary>
    public partial class Handovers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "handovers",
                columns: table => new
                {
                    request_id = table.Column<Guid>(nullable: false),
                    from_id = table.Column<Guid>(nullable: false),
                    to_id = table.Column<Guid>(nullable: false),
                    note = table.Column<string>(nullable: true),
                    sent_at = table.Column<long>(nullable: false),
                    opened_at = table.Column<long>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_handovers", x => new { x.request_id, x.from_id, x.to_id });
                    table.ForeignKey(
                        name: "FK_handovers_people_from_id",
                        column: x => x.from_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_handovers_people_to_id",
                        column: x => x.to_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_handovers_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(name: "IX_handovers_from_id", table: "handovers", column: "from_id");

            migrationBuilder.CreateIndex(name: "IX_handovers_to_id_sent_at", table: "handovers", columns: new[] { "to_id", "sent_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "handovers");
        }
    }
}
