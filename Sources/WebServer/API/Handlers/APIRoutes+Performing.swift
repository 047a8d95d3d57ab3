import Clocks
import Consent
import Conversations
import ConversationRuntime
import JSONCoding

extension APIRoutes {
    /// Does what a checked request asks for.
    func perform(_ request: APIRequest) async throws -> APIAnswer {
        switch request.operation {
        case .readDocument: APIAnswer(OpenAPIDocument.bytes, type: APIAnswer.json)
        case .readOwnKey: ownKey(request)
        case .lookUpContact: try lookUp(request)
        case .listContacts: try listContacts(request)
        case .readContact: try await readContact(request)
        case .readConsents: try await readConsents(request)
        case .readReceipts: try await readReceipts(request)
        case .rectifyContact: try await rectify(request)
        case .exportContact: try await export(request)
        case .restrictContact: try await change(request, .exercise(.restriction))
        case .recordObjection: try await change(request, .exercise(.objection))
        case .optContactOut: try await change(request, .optOut)
        case .eraseContact: try await erase(request)
        case .startConversation: try await startConversation(request)
        case .sendMessage: try await sendMessage(request)
        case .listLeaves: try listLeaves(request)
        case .readCheckpoint: try readCheckpoint()
        case .proveLeaf: try proveLeaf(request)
        case .listDeadLetters: try listDeadLetters(request)
        case .requeueDeadLetter: try await requeue(request)
        case .discardDeadLetter: try await discard(request)
        case .listFlows: try await listFlows()
        case .listChannels: listChannels()
        case .listKeys: try listKeys()
        case .createKey: try createKey(request)
        case .revokeKey: try revokeKey(request)
        }
    }

    private func ownKey(_ request: APIRequest) -> APIAnswer {
        let holder = request.holder
        let scopes = APIScope.allCases.filter { holder.scopes.contains($0) }
        return APIAnswer([
            "id": .text(holder.id), "name": .text(holder.name),
            "scopes": .list(scopes.map { .text($0.rawValue) }),
            "expiresAt": JSONValue(holder.expiresAt?.text),
        ])
    }
}
