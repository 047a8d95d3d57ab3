import Audit
import Clocks
import Conversations

/// One call of the engine as an onlooker sees it: what was put in, and what came out.
struct Witness {
    /// Counts calls; a later call has a greater number.
    let number: Int
    let now: Timestamp
    let act: Act
    /// Leaves that were written, in order.
    let leaves: [AuditEvent]
    /// Which address each pseudonym in those leaves belongs to.
    let owners: [[UInt8]: Int]
    /// The pseudonyms that are somebody's still; what waits under another never leaves.
    let current: Set<[UInt8]>
    /// Proofs that were written, by address; an erased contact has none.
    let proofs: [Int: [ConsentEvidence]]
    /// What was said, by the contact it was said to; a crash may have swallowed the report.
    let said: [Int: [OutboundMessage]]
    /// The edition the turn ran on.
    let edition: Edition
    /// Addresses whose contact was erased meanwhile.
    let erased: [Int]
    /// Groups of addresses that are one contact now.
    let united: [[Int]]

    /// What was said to one person, if its report is whole.
    func said(to person: Person) -> [OutboundMessage]? {
        said.first { person.addresses.contains($0.key) }?.value
    }

    /// What the log says of one person.
    func leaves(of person: Person) -> [AuditEvent] {
        leaves.filter { leaf in
            leaf.subject.flatMap { owners[$0] }.map(person.addresses.contains) ?? false
        }
    }

    enum Act {
        case message(Int, InboundMessage)
        case time(Int)
        case locale(Int, tag: String)
        case operation(Int, SoakOperation, purpose: String?)
        case link(Int, to: Int)
        case merge(Int, into: Int)
        case changeNumber(Int, to: Int)
        case suppress(Int)
        case erase(Int)
        case attend(Int)

        /// The address it happens to.
        var address: Int {
            switch self {
            case .message(let address, _), .time(let address), .locale(let address, _),
                .operation(let address, _, _), .link(_, let address), .merge(_, let address),
                .changeNumber(let address, _), .suppress(let address), .erase(let address),
                .attend(let address):
                address
            }
        }

        var message: InboundMessage? {
            if case .message(_, let message) = self { message } else { nil }
        }
    }
}

/// What the engine holds to be true of a contact, to be compared with what the observer knows.
struct Claim {
    let address: Int
    let isOptedOut: Bool
    let isOptOutPending: Bool
    /// Consents by purpose and channel, by the names of their states.
    let states: [Standing.Key: String]
    let isValid: Set<Standing.Key>
}
