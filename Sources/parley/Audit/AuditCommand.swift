import ArgumentParser

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Read, check, sign and prove the audit log of a store.",
        subcommands: [
            AuditListCommand.self, AuditDisclosuresCommand.self, AuditVerifyCommand.self,
            AuditStatusCommand.self, AuditCheckpointCommand.self, AuditKeysCommand.self,
            AuditTimestampCommand.self, AuditProveCommand.self, AuditConsistencyCommand.self,
            AuditExportCommand.self, AuditHoldCommand.self, AuditPruneCommand.self,
        ]
    )
}
