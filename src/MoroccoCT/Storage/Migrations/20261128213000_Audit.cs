using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MoroccoCT.Storage.Migrations
{
    /// <summary>
    /// The audit and the head of its chain. Columns name no types. Triggers refuse what the program never does; a later change of the table must not copy
    /// it, as the framework would do on SQLite, or they are gone.
    /// </summary>
    public partial class Audit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    sequence = table.Column<long>(nullable: false),
                    at = table.Column<long>(nullable: false),
                    who = table.Column<string>(nullable: true),
                    who_id = table.Column<string>(nullable: true),
                    door = table.Column<string>(nullable: false),
                    what = table.Column<string>(nullable: false),
                    subject = table.Column<string>(nullable: true),
                    details = table.Column<string>(nullable: false),
                    address = table.Column<string>(nullable: true),
                    request_id = table.Column<string>(nullable: true),
                    previous_hash = table.Column<string>(nullable: false),
                    hash = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "audit_head",
                columns: table => new
                {
                    id = table.Column<int>(nullable: false),
                    sequence = table.Column<long>(nullable: false),
                    hash = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_head", x => x.id);
                });

            migrationBuilder.Sql($"INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, '{new string('0', 64)}')");
            if (migrationBuilder.ActiveProvider.EndsWith("Sqlite", StringComparison.Ordinal))
                RefuseOnSqlite(migrationBuilder);
            else
                RefuseOnPostgres(migrationBuilder);
        }

        private static void RefuseOnSqlite(MigrationBuilder migrationBuilder)
        {
            // INSERT OR REPLACE deletes a row without asking the trigger for deletions.
            migrationBuilder.Sql(
                """
                CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
                BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END;
                CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
                BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END;
                CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE sequence = NEW.sequence)
                BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END;
                CREATE TRIGGER audit_head_is_not_deleted BEFORE DELETE ON audit_head
                BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END;
                CREATE TRIGGER audit_head_moves_on BEFORE UPDATE ON audit_head WHEN NEW.sequence < OLD.sequence
                BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END;
                """);
        }

        private static void RefuseOnPostgres(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'the audit is only ever added to'; END $$;
                CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
                FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();
                CREATE TRIGGER audit_head_is_not_deleted BEFORE DELETE OR TRUNCATE ON audit_head
                FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();
                CREATE TRIGGER audit_head_moves_on BEFORE UPDATE ON audit_head
                FOR EACH ROW WHEN (NEW.sequence < OLD.sequence) EXECUTE FUNCTION audit_is_only_added_to();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "audit");
            migrationBuilder.DropTable(name: "audit_head");
            if (!migrationBuilder.ActiveProvider.EndsWith("Sqlite", StringComparison.Ordinal))
                migrationBuilder.Sql("DROP FUNCTION audit_is_only_added_to()");
        }
    }
}
