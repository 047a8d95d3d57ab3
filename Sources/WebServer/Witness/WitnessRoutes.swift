import Dispatch
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Storage
import TransparencyLog

/// What a witness offers over HTTP (C2SP tlog-witness): submission and monitoring under one prefix.
struct WitnessRoutes: Sendable {
    let witness: Witness
    let log: WitnessLog
    let limits: HTTPLimits
    /// Waiting for the disk has a thread of its own; as many requests wait as connections are open.
    private let queue = DispatchQueue(label: "parley.witness", qos: .userInitiated)

    init(witness: Witness, log: WitnessLog, limits: HTTPLimits) {
        self.witness = witness
        self.log = log
        self.limits = limits
    }

    /// Adds the routes; a prefix is a path such as `/` or `/witness/`.
    func add(to router: Router<BasicRequestContext>, under prefix: String) {
        let group = router.group(RouterPath(prefix))
        group.post("add-checkpoint") { request, _ in try await addCheckpoint(request) }
        group.get(":log/checkpoint") { _, context in
            await checkpoint(context.parameters.get("log") ?? "")
        }
    }

    private func addCheckpoint(_ request: Request) async throws -> Response {
        let body: [UInt8]
        do {
            body = try await BoundedBody.bytes(of: request, limit: limits.bodyBytes)
        } catch let fault as BoundedBody.Fault {
            log.record(unread: fault.word)
            return fault.response
        } catch {
            log.record(unread: "connection-lost")
            throw error
        }
        let outcome = await onQueue { witness.answer(body) }
        log.record(outcome)
        switch outcome {
        case .cosigned(_, let answer): return Self.response(answer)
        case .refused(let refusal, _): return Self.response(refusal.answer)
        case .failed: return Plain.response(.serviceUnavailable)
        }
    }

    private func checkpoint(_ name: String) async -> Response {
        let found = await onQueue {
            Result { () throws(StoreError) in try witness.checkpoint(atPathName: name) }
        }
        switch found {
        case .success(let note?): return Plain.response(.ok, note, type: Plain.textType)
        case .success(nil): return Plain.response(.notFound)
        case .failure: return Plain.response(.serviceUnavailable)
        }
    }

    private func onQueue<Value: Sendable>(
        _ work: @escaping @Sendable () -> Value
    ) async -> Value {
        await withCheckedContinuation { done in
            queue.async { done.resume(returning: work()) }
        }
    }

    private static func response(_ answer: AddCheckpointAnswer) -> Response {
        Plain.response(
            HTTPResponse.Status(code: answer.status),
            answer.body,
            type: answer.contentType
        )
    }
}
