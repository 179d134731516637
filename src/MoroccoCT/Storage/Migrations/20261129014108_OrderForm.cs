using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MoroccoCT.Storage.Migrations
{
    /// <summary>Orders in several languages at once, choices that are kept, and whether a marking was chosen. Columns name no types.</summary>
    public partial class OrderForm : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Of what was ordered before nobody can tell: it counts as chosen.
            migrationBuilder.AddColumn<bool>(name: "is_marking_chosen", table: "requests", nullable: false, defaultValue: true);

            migrationBuilder.AddColumn<Guid>(name: "set_id", table: "requests", nullable: true);

            migrationBuilder.CreateTable(
                name: "saved_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(nullable: false),
                    name = table.Column<string>(nullable: false),
                    person_id = table.Column<Guid>(nullable: true),
                    desk = table.Column<string>(nullable: false),
                    is_shared = table.Column<bool>(nullable: false),
                    order = table.Column<string>(nullable: false),
                    also_in = table.Column<string>(nullable: false),
                    saved_at = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_orders", x => x.id);
                    table.ForeignKey(
                        name: "FK_saved_orders_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(name: "IX_requests_set_id", table: "requests", column: "set_id");
            migrationBuilder.CreateIndex(name: "IX_saved_orders_desk", table: "saved_orders", column: "desk");
            migrationBuilder.CreateIndex(name: "IX_saved_orders_person_id", table: "saved_orders", column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "saved_orders");
            migrationBuilder.DropIndex(name: "IX_requests_set_id", table: "requests");
            foreach (var column in new[] { "is_marking_chosen", "set_id" })
                migrationBuilder.Sql($"ALTER TABLE requests DROP COLUMN {column}");
        }
    }
}
