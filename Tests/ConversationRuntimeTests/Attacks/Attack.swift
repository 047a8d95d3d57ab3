import TransparencyLog

/// What somebody does to a log.
enum Attack: String, CaseIterable {
    case bitRot = "bits that rot"
    case rowEdit = "a row edited, every hash made anew"
    case rewritePast = "rewritten and signed, past epoch"
    case rewriteCurrent = "rewritten and signed, current key"
    case truncation = "the end cut off"
    case rollback = "an old copy put back"
    case splitView = "two histories"
    case backDating = "a leaf dated earlier"

    /// Who finds it, and nobody else: the attack matrix of `docs/audit-log.md`.
    var expected: Set<Mechanism> {
        switch self {
        case .bitRot: Set(Mechanism.allCases)
        case .rowEdit, .rewritePast: [.checkpoints, .receipt, .timestamp, .witness]
        case .rewriteCurrent, .truncation, .rollback: [.receipt, .timestamp, .witness]
        case .splitView: [.witness]
        case .backDating: [.timestamp, .witness]
        }
    }

    /// Performs it.
    ///
    /// - Returns: the store an auditor is then shown.
    func perform(on log: AttackedLog) async throws -> String {
        let forger = LogForger(log)
        switch self {
        case .bitRot:
            try log.parley.execute(
                "UPDATE leaf SET body = CAST(replace(CAST(body AS TEXT), 'chat', 'chbt') AS BLOB), "
                    + "hash = hash WHERE idx = 3"
            )
            try log.parley.execute(
                "UPDATE leaf SET body = zeroblob(length(body)) WHERE idx = 3"
            )
        case .rowEdit:
            try forger.alter(leaf: log.held.checkpoint.size - 3)
            try forger.makeHashesAnew()
        case .rewritePast:
            try forger.alter(leaf: 2)
            try forger.makeHashesAnew()
            try forger.signAnew()
        case .rewriteCurrent:
            try forger.alter(leaf: log.held.checkpoint.size - 3)
            try forger.makeHashesAnew()
            try forger.signAnew()
        case .truncation:
            try forger.cut(to: log.rotation + 4)
            try forger.makeHashesAnew()
        case .rollback:
            return log.backup
        case .splitView:
            try await log.go(on: log.backup, saying: "another history") { _ in }
            return log.backup
        case .backDating:
            try forger.appendBackDated()
        }
        return log.folder
    }
}
