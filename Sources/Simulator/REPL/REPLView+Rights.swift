import Clocks
import Consent
import ConversationRuntime
import Conversations
import FlowInterpreter
import FlowProgram

// What a person may ask to see: their data, the proof of their consent, and when it ends.
extension REPLView {
    /// The answer to a request for access, without the leaf that a real one leaves.
    func export() throws(EngineError) -> [String] {
        try world.engine.draftExport(of: world.address, as: .access)?.lines ?? [Self.nobody]
    }

    /// The proof of consent to one purpose, or to each, as it would be printed.
    func receipt(for purpose: PurposeID?) throws(EngineError) -> [String] {
        if let purpose, !program.purposes.contains(where: { $0.id == purpose }) {
            let known = program.purposes.map(\.id.name).joined(separator: ", ")
            return ["there is no purpose `\(purpose)`; there is \(known)"]
        }
        guard let state = try world.engine.state(of: world.address) else { return [Self.nobody] }
        let proofs = try world.engine.evidence(of: world.address)
        var lines: [String] = []
        for declared in program.purposes where purpose.map({ $0 == declared.id }) ?? true {
            let own = proofs.filter { $0.change.purpose == declared.id }
            guard let last = own.last else { continue }
            let key = ConsentKey(declared.id, on: last.channel)
            lines += [
                "Consent to \(last.purposeName) (\(declared.id)) on \(last.channel): "
                    + state.ledger.state(of: key).rawValue,
                "asked by \(program.controller.name), \(program.controller.address); "
                    + "legal basis: \(declared.purpose.legalBasis)",
            ]
            for proof in own {
                lines += Self.lines(of: proof)
                if let text = proof.noticeText {
                    lines.append("  the notice said:")
                    lines += ChatText.lines(text, first: "| ").map { "    \($0)" }
                }
            }
            lines.append("")
        }
        return lines.isEmpty ? ["no consent was asked for yet"] : lines.dropLast()
    }

    /// What is deleted when, and why, if nothing else happens.
    func retention() throws(EngineError) -> [String] {
        guard let state = try world.engine.state(of: world.address) else { return [Self.nobody] }
        var ends: [(due: Timestamp, what: String)] = []
        if let deletion = state.plannedDeletion(program.retention) {
            let what = "everything is erased (\(deletion.recordClass.rawValue)): "
            ends.append((deletion.dueAt, what + deletion.sentence))
        }
        for kept in state.kept {
            guard let end = kept.value.expiresAt else { continue }
            ends.append((end, "\(kept.flow)/\(kept.slot) is forgotten: its `keep` is over"))
        }
        if let session = state.session {
            let idle = session.lastTurnAt.adding(program.sessionIdle)
            ends.append((idle, "the conversation and its values go: nobody continued it"))
        }
        let lines = ends.sorted { ($0.due, $0.what) < ($1.due, $1.what) }
            .map { "\($0.due.text)  \($0.what)" }
        return lines.isEmpty ? ["nothing is deleted by itself as things stand"] : lines
    }

    private static let nobody = "nothing is stored about this contact yet"
}
