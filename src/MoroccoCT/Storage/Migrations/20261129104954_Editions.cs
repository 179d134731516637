using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MoroccoCT.Storage.Migrations
{
    /// <summary>What editions tell, when they go out and who released them. Columns name no types.</summary>
    public partial class Editions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "due_at", table: "requests", nullable: true);

            migrationBuilder.AddColumn<bool>(name: "needs_release", table: "requests", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<long>(name: "released_at", table: "requests", nullable: true);

            migrationBuilder.AddColumn<string>(name: "released_by", table: "requests", nullable: true);

            migrationBuilder.AddColumn<string>(name: "released_sha256", table: "requests", nullable: true);

            migrationBuilder.AddColumn<string>(name: "superseded_by", table: "requests", nullable: true);

            migrationBuilder.AddColumn<string>(name: "supersedes", table: "requests", nullable: true);

            migrationBuilder.CreateTable(
                name: "editions",
                columns: table => new
                {
                    request_id = table.Column<Guid>(nullable: false),
                    content = table.Column<string>(nullable: false),
                    topics = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_editions", x => x.request_id);
                    table.ForeignKey(
                        name: "FK_editions_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "editions");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN due_at");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN needs_release");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN released_at");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN released_by");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN released_sha256");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN superseded_by");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN supersedes");
        }
    }
}
