using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MoroccoCT.Storage.Migrations
{
    /// <summary>Schedules that people make, and editions in several languages under one number. Columns name no types.</summary>
    public partial class Schedules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_requests_number", table: "requests");

            migrationBuilder.AddColumn<string>(name: "language", table: "requests", nullable: false, defaultValue: "");
            migrationBuilder.Sql(migrationBuilder.ActiveProvider.EndsWith("Sqlite", StringComparison.Ordinal)
                ? """UPDATE requests SET language = coalesce(json_extract("order", '$.language'), 'en')"""
                : """UPDATE requests SET language = coalesce("order"::json ->> 'language', 'en')""");

            migrationBuilder.CreateTable(
                name: "kept_schedules",
                columns: table => new
                {
                    name = table.Column<string>(nullable: false),
                    revision = table.Column<int>(nullable: false),
                    series = table.Column<string>(nullable: false),
                    definition = table.Column<string>(nullable: false),
                    desk = table.Column<string>(nullable: false),
                    is_paused = table.Column<bool>(nullable: false),
                    ended_at = table.Column<long>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_schedules", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "schedule_changes",
                columns: table => new
                {
                    schedule = table.Column<string>(nullable: false),
                    revision = table.Column<int>(nullable: false),
                    at = table.Column<long>(nullable: false),
                    who = table.Column<string>(nullable: true),
                    person_id = table.Column<Guid>(nullable: true),
                    what = table.Column<string>(nullable: false),
                    definition = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schedule_changes", x => new { x.schedule, x.revision });
                    table.ForeignKey(
                        name: "FK_schedule_changes_kept_schedules_schedule",
                        column: x => x.schedule,
                        principalTable: "kept_schedules",
                        principalColumn: "name",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_requests_number_language",
                table: "requests",
                columns: new[] { "number", "language" },
                unique: true);

            migrationBuilder.CreateIndex(name: "IX_kept_schedules_series", table: "kept_schedules", column: "series", unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "schedule_changes");

            migrationBuilder.DropTable(name: "kept_schedules");

            migrationBuilder.DropIndex(name: "IX_requests_number_language", table: "requests");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN language");

            migrationBuilder.CreateIndex(name: "IX_requests_number", table: "requests", column: "number", unique: true);
        }
    }
}
