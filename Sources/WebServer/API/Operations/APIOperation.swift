/// What programs can ask for: every route, and nothing else.
///
/// The raw value is the operation's id in the document and in the audit log: add, never rename.
package enum APIOperation: String, Hashable, Sendable, CaseIterable {
    case readDocument = "openapi.read"
    case readOwnKey = "whoami"

    case lookUpContact = "contacts.lookup"
    case listContacts = "contacts.list"
    case readContact = "contacts.read"
    case readConsents = "contacts.consents"
    case readReceipts = "contacts.receipts"
    case rectifyContact = "contacts.rectify"

    case exportContact = "contacts.export"
    case restrictContact = "contacts.restrict"
    case recordObjection = "contacts.object"
    case optContactOut = "contacts.opt-out"
    case eraseContact = "contacts.erase"

    case startConversation = "conversations.start"
    case sendMessage = "messages.send"

    case listLeaves = "audit.leaves"
    case readCheckpoint = "audit.checkpoint"
    case proveLeaf = "audit.proof"

    case listDeadLetters = "dead-letters.list"
    case requeueDeadLetter = "dead-letters.requeue"
    case discardDeadLetter = "dead-letters.discard"

    case listFlows = "flows.list"
    case listChannels = "channels.list"

    case listKeys = "keys.list"
    case createKey = "keys.create"
    case revokeKey = "keys.revoke"

    /// Everything there is to say about it.
    var description: OperationDescription {
        switch self {
        case .readDocument: .readDocument
        case .readOwnKey: .readOwnKey
        case .lookUpContact: .lookUpContact
        case .listContacts: .listContacts
        case .readContact: .readContact
        case .readConsents: .readConsents
        case .readReceipts: .readReceipts
        case .rectifyContact: .rectifyContact
        case .exportContact: .exportContact
        case .restrictContact: .restrictContact
        case .recordObjection: .recordObjection
        case .optContactOut: .optContactOut
        case .eraseContact: .eraseContact
        case .startConversation: .startConversation
        case .sendMessage: .sendMessage
        case .listLeaves: .listLeaves
        case .readCheckpoint: .readCheckpoint
        case .proveLeaf: .proveLeaf
        case .listDeadLetters: .listDeadLetters
        case .requeueDeadLetter: .requeueDeadLetter
        case .discardDeadLetter: .discardDeadLetter
        case .listFlows: .listFlows
        case .listChannels: .listChannels
        case .listKeys: .listKeys
        case .createKey: .createKey
        case .revokeKey: .revokeKey
        }
    }

    /// Its method and the pattern of its path.
    package var route: (method: String, path: String) {
        (description.method.rawValue, description.path)
    }
}
