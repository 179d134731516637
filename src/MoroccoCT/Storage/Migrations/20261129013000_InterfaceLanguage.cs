using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MoroccoCT.Storage.Migrations
{
    /// <summary>In which language somebody wants the pages, and what kind of fault ended a request. Columns name no types.</summary>
    public partial class InterfaceLanguage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "error_kind",
                table: "requests",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "people",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The framework would copy the whole table to drop a column from SQLite's; both databases can do it themselves.
            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN error_kind");

            migrationBuilder.Sql("ALTER TABLE people DROP COLUMN language");
        }
    }
}
