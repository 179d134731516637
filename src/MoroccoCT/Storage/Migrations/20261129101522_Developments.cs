using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MoroccoCT.Storage.Migrations
{
    /// <summary>News that editors record, and every change of it. Columns name no types.</summary>
    public partial class Developments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "developments",
                columns: table => new
                {
                    id = table.Column<Guid>(nullable: false),
                    revision = table.Column<int>(nullable: false),
                    number = table.Column<string>(nullable: false),
                    state = table.Column<string>(nullable: false),
                    content = table.Column<string>(nullable: false),
                    marking_level = table.Column<int>(nullable: false),
                    author_ids = table.Column<string>(nullable: false),
                    desk = table.Column<string>(nullable: false),
                    created_at = table.Column<long>(nullable: false),
                    created_by = table.Column<string>(nullable: true),
                    updated_at = table.Column<long>(nullable: false),
                    updated_by = table.Column<string>(nullable: true),
                    proposed_at = table.Column<long>(nullable: true),
                    proposed_by = table.Column<string>(nullable: true),
                    proposed_by_id = table.Column<Guid>(nullable: true),
                    published_content = table.Column<string>(nullable: true),
                    published_marking_level = table.Column<int>(nullable: true),
                    first_published_at = table.Column<long>(nullable: true),
                    published_at = table.Column<long>(nullable: true),
                    published_by = table.Column<string>(nullable: true),
                    is_published_alone = table.Column<bool>(nullable: false),
                    withdrawn_at = table.Column<long>(nullable: true),
                    withdrawn_by = table.Column<string>(nullable: true),
                    withdrawn_because = table.Column<string>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_developments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "development_changes",
                columns: table => new
                {
                    development_id = table.Column<Guid>(nullable: false),
                    revision = table.Column<int>(nullable: false),
                    at = table.Column<long>(nullable: false),
                    who = table.Column<string>(nullable: true),
                    person_id = table.Column<Guid>(nullable: true),
                    what = table.Column<string>(nullable: false),
                    state = table.Column<string>(nullable: false),
                    content = table.Column<string>(nullable: false),
                    marking_level = table.Column<int>(nullable: false),
                    note = table.Column<string>(nullable: true),
                    is_alone = table.Column<bool>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_development_changes", x => new { x.development_id, x.revision });
                    table.ForeignKey(
                        name: "FK_development_changes_developments_development_id",
                        column: x => x.development_id,
                        principalTable: "developments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(name: "IX_development_changes_what_at", table: "development_changes", columns: new[] { "what", "at" });

            migrationBuilder.CreateIndex(name: "IX_developments_number", table: "developments", column: "number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_developments_state", table: "developments", column: "state");

            migrationBuilder.CreateIndex(name: "IX_developments_withdrawn_at", table: "developments", column: "withdrawn_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "development_changes");

            migrationBuilder.DropTable(name: "developments");
        }
    }
}
