using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MoroccoCT.Storage.Migrations
{
    /// <summary>Alarms and who is told of them. Columns name no types.</summary>
    public partial class Certainty : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "alarm_notices");

            migrationBuilder.DropTable(name: "alarms");

            migrationBuilder.DropIndex(name: "IX_requests_issue_date", table: "requests");
        }
    }
}
