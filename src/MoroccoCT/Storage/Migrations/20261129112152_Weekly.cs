using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MoroccoCT.Storage.Migrations
{
    /// <summary>Developments, what editions tell and who released them, what is watched, holds and traces. Columns name no types.</summary>
    public partial class Weekly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "due_at", table: "requests", nullable: true);

            migrationBuilder.AddColumn<long>(name: "held_at", table: "requests", nullable: true);

            migrationBuilder.AddColumn<Guid>(name: "held_by_id", table: "requests", nullable: true);

            migrationBuilder.AddColumn<string>(name: "hold_reason", table: "requests", nullable: true);

            migrationBuilder.AddColumn<long>(name: "kept_from", table: "requests", nullable: true);

            migrationBuilder.AddColumn<bool>(name: "needs_release", table: "requests", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<long>(name: "released_at", table: "requests", nullable: true);

            migrationBuilder.AddColumn<string>(name: "released_by", table: "requests", nullable: true);

            migrationBuilder.AddColumn<string>(name: "released_sha256", table: "requests", nullable: true);

            migrationBuilder.AddColumn<string>(name: "superseded_by", table: "requests", nullable: true);

            migrationBuilder.AddColumn<string>(name: "supersedes", table: "requests", nullable: true);

            migrationBuilder.AddColumn<string>(name: "trace_parent", table: "requests", nullable: true);

            migrationBuilder.CreateTable(
                name: "alarms",
                columns: table => new
                {
                    id = table.Column<Guid>(nullable: false),
                    schedule = table.Column<string>(nullable: false),
                    kind = table.Column<string>(nullable: false),
                    occasion = table.Column<string>(nullable: false),
                    due = table.Column<long>(nullable: true),
                    number = table.Column<string>(nullable: true),
                    state = table.Column<string>(nullable: true),
                    lacking = table.Column<int>(nullable: false),
                    raised_at = table.Column<long>(nullable: false),
                    ended_at = table.Column<long>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alarms", x => x.id);
                });

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

            migrationBuilder.CreateTable(
                name: "alarm_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(nullable: false),
                    alarm_id = table.Column<Guid>(nullable: false),
                    revision = table.Column<int>(nullable: false),
                    channel = table.Column<string>(nullable: false),
                    address = table.Column<string>(nullable: false),
                    is_end = table.Column<bool>(nullable: false),
                    name = table.Column<string>(nullable: true),
                    language = table.Column<string>(nullable: true),
                    state = table.Column<string>(nullable: false),
                    attempts = table.Column<int>(nullable: false),
                    next_at = table.Column<long>(nullable: false),
                    answer = table.Column<string>(nullable: true),
                    created_at = table.Column<long>(nullable: false),
                    says_end = table.Column<bool>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alarm_notices", x => x.id);
                    table.ForeignKey(
                        name: "FK_alarm_notices_alarms_alarm_id",
                        column: x => x.alarm_id,
                        principalTable: "alarms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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

            migrationBuilder.CreateIndex(name: "IX_requests_finished_at", table: "requests", column: "finished_at");

            migrationBuilder.CreateIndex(name: "IX_requests_issue_date", table: "requests", column: "issue_date");

            migrationBuilder.CreateIndex(
                name: "IX_alarm_notices_alarm_id_channel_address_is_end",
                table: "alarm_notices",
                columns: new[] { "alarm_id", "channel", "address", "is_end" },
                unique: true);

            migrationBuilder.CreateIndex(name: "IX_alarm_notices_state_next_at", table: "alarm_notices", columns: new[] { "state", "next_at" });

            migrationBuilder.CreateIndex(name: "IX_alarms_ended_at", table: "alarms", column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "IX_alarms_schedule_kind_occasion",
                table: "alarms",
                columns: new[] { "schedule", "kind", "occasion" },
                unique: true);

            migrationBuilder.CreateIndex(name: "IX_development_changes_what_at", table: "development_changes", columns: new[] { "what", "at" });

            migrationBuilder.CreateIndex(name: "IX_developments_number", table: "developments", column: "number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_developments_state", table: "developments", column: "state");

            migrationBuilder.CreateIndex(name: "IX_developments_withdrawn_at", table: "developments", column: "withdrawn_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "alarm_notices");

            migrationBuilder.DropTable(name: "development_changes");

            migrationBuilder.DropTable(name: "editions");

            migrationBuilder.DropTable(name: "alarms");

            migrationBuilder.DropTable(name: "developments");

            migrationBuilder.DropIndex(name: "IX_requests_finished_at", table: "requests");

            migrationBuilder.DropIndex(name: "IX_requests_issue_date", table: "requests");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN due_at");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN held_at");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN held_by_id");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN hold_reason");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN kept_from");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN needs_release");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN released_at");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN released_by");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN released_sha256");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN superseded_by");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN supersedes");

            migrationBuilder.Sql("ALTER TABLE requests DROP COLUMN trace_parent");
        }
    }
}
