import ConversationRuntime
import JSONCoding
import Storage
import TransparencyLog

// The audit log, read and proved from far away.
extension APIRoutes {
    func listLeaves(_ request: APIRequest) throws -> APIAnswer {
        let first = request.parameters["after"].flatMap { UInt64($0) }.map { $0 + 1 } ?? 0
        let page = try engine.leaves(from: first, limit: request.limit)
        let leaves = page.map { leaf -> JSONValue in
            [
                "index": .integer(leaf.index),
                "leaf": .text(String(decoding: leaf.body, as: UTF8.self)),
            ]
        }
        let next = page.count == request.limit ? page.last?.index : nil
        return APIAnswer([
            "leaves": .list(leaves), "next": next.map { .integer($0) } ?? .null,
        ])
    }

    func readCheckpoint() throws -> APIAnswer {
        guard let checkpoint = try engine.lastCheckpoint() else { throw Problem(.logUnsigned) }
        return APIAnswer(checkpoint.bytes, type: Plain.textType)
    }

    func proveLeaf(_ request: APIRequest) throws -> APIAnswer {
        guard let index = request.parameters["index"].flatMap({ UInt64($0) }) else {
            throw Problem(.leafUnknown)
        }
        return APIAnswer(try engine.proof(ofLeaf: index).bytes, type: Plain.textType)
    }
}
