using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MoroccoCT.Storage.Migrations
{
    /// <summary>Holds on requests, from when their age counts, and the trace they were ordered in. Columns name no types.</summary>
    public partial class HoldsAndTraces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "held_at", table: "requests", nullable: true);

            migrationBuilder.AddColumn<Guid>(name: "held_by_id", table: "requests", nullable: true);

            migrationBuilder.AddColumn<string>(name: "hold_reason", table: "requests", nullable: true);

            migrationBuilder.AddColumn<long>(name: "kept_from", table: "requests", nullable: true);

            migrationBuilder.AddColumn<string>(name: "trace_parent", table: "requests", nullable: true);

            migrationBuilder.CreateIndex(name: "IX_requests_finished_at", table: "requests", column: "finished_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_requests_finished_at", table: "requests");

            // SQLite would make the table anew, and could not drop it while others refer to it.
            foreach (var column in new[] { "held_at", "held_by_id", "hold_reason", "kept_from", "trace_parent" })
                migrationBuilder.Sql($"ALTER TABLE requests DROP COLUMN {column}");
        }
    }
}
