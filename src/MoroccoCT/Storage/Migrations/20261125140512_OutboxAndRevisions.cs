using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MoroccoCT.Storage.Migrations
{
    /// <summary>The outbox, revisions of rows, and what belongs to a submission apart from its order. Columns name no types.</summary>
    public partial class OutboxAndRevisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(name: "by", table: "requests", newName: "door");
            migrationBuilder.AddColumn<int>(name: "revision", table: "requests", nullable: false, defaultValue: 0);
            migrationBuilder.AddColumn<int>(name: "setbacks", table: "requests", nullable: false, defaultValue: 0);
            migrationBuilder.AddColumn<int>(name: "engine_deaths", table: "requests", nullable: false, defaultValue: 0);
            migrationBuilder.AddColumn<string>(name: "period_from", table: "requests", nullable: true);
            migrationBuilder.AddColumn<string>(name: "period_to", table: "requests", nullable: true);

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    kind = table.Column<string>(nullable: false),
                    subject = table.Column<Guid>(nullable: false),
                    due_at = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => new { x.kind, x.subject });
                });

            migrationBuilder.CreateIndex(name: "IX_outbox_due_at", table: "outbox", column: "due_at");

            // The framework would copy the whole table to drop a column from SQLite's; both databases can do it themselves.
            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN started_at");
            migrationBuilder.Sql("UPDATE requests SET door = 'schedule' WHERE schedule IS NOT NULL");
            migrationBuilder.Sql(migrationBuilder.ActiveProvider.EndsWith("Sqlite", StringComparison.Ordinal)
                ? """
                  UPDATE requests SET period_from = json_extract("order", '$.period.from'), period_to = json_extract("order", '$.period.to')
                  WHERE schedule IS NOT NULL
                  """
                : """
                  UPDATE requests SET period_from = "order"::json -> 'period' ->> 'from', period_to = "order"::json -> 'period' ->> 'to'
                  WHERE schedule IS NOT NULL
                  """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "outbox");
            foreach (var column in new[] { "revision", "setbacks", "engine_deaths", "period_from", "period_to" })
                migrationBuilder.Sql($"ALTER TABLE requests DROP COLUMN {column}");
            migrationBuilder.RenameColumn(name: "door", table: "requests", newName: "by");
            migrationBuilder.AddColumn<long>(name: "started_at", table: "requests", nullable: true);
        }
    }
}
