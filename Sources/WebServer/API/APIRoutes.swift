package import Clocks
package import ConversationRuntime
import HTTPTypes
import Hummingbird
import HummingbirdCore
import JSONCoding
import Storage

/// The interface for programs, under `/v1`: each request authenticated, counted, checked, written
/// down and only then done.
package struct APIRoutes: Sendable {
    /// Bytes of a request's body.
    package static let bodyLimit = 64 << 10

    let engine: Engine
    let keys: APIKeys
    let paused: @Sendable () -> [String: Timestamp]
    private let refused: @Sendable (String) -> Void
    /// By key, and by where failed attempts come from: a flood of these must not push keys out.
    private let callers: RateLimiter
    private let strangers: RateLimiter
    private let remembered: RememberedAnswers

    /// Prepares the routes.
    ///
    /// `paused` tells which channels send nothing, and until when. `refused` hears a word for each
    /// request that was not done because of who asked or how often: to be counted, not logged.
    package init(
        engine: Engine,
        keys: APIKeys,
        budgets: APIBudgets = .standard,
        paused: @escaping @Sendable () -> [String: Timestamp],
        refused: @escaping @Sendable (String) -> Void
    ) {
        self.engine = engine
        self.keys = keys
        self.paused = paused
        self.refused = refused
        callers = RateLimiter(budgets)
        strangers = RateLimiter(budgets)
        remembered = RememberedAnswers(engine: engine)
    }

    /// Adds every operation, and what answers for paths under `/v1` that are none.
    func add(to router: Router<ServeRequestContext>) {
        for operation in APIOperation.allCases {
            let description = operation.description
            let method: HTTPRequest.Method =
                switch description.method {
                case .get: .get
                case .post: .post
                case .delete: .delete
                }
            router.on(RouterPath(description.path), method: method) { request, context in
                try await answer(operation, request, context)
            }
        }
        // Middleware is for routes that are added after it, and for what no route answers.
        router.add(middleware: UnknownRoutes())
    }

    private func answer(
        _ operation: APIOperation,
        _ request: Request,
        _ context: ServeRequestContext
    ) async throws -> Response {
        var rate: RateReading?
        var response: Response
        do {
            // `/v1/contacts/` is not `/v1/contacts`: no two spellings of one resource.
            guard APIPath.isCanonical(request.uri.path) else { throw Problem(.notFound) }
            response = try await answer(operation, request, context, &rate).response
        } catch {
            guard let problem = Problem(of: error) else { throw error }
            response = problem.response
        }
        if let rate {
            response.headers[.rateLimit] = rate.limit
            response.headers[.rateLimitPolicy] = rate.quota.policy
        }
        return response
    }

    private func answer(
        _ operation: APIOperation,
        _ request: Request,
        _ context: ServeRequestContext,
        _ rate: inout RateReading?
    ) async throws -> APIAnswer {
        let description = operation.description
        guard description.access != .open else {
            return APIAnswer(OpenAPIDocument.bytes, type: APIAnswer.json)
        }
        let holder = try authenticate(request, context, &rate)
        try count(description.budget, holder, &rate)
        try check(description.access, holder)
        let reading = RequestReading(operation: operation, holder: holder)
        let checked = try await reading.read(request, context)
        // INVARIANT: whatever is told or done from here on stands in the log.
        if !description.isWrittenByTurn { try engine.record(call(checked)) }
        guard description.isRepeatable, let key = checked.parameters[RequestReading.repetition]
        else { return try await perform(checked) }
        return try await remembered.answer(to: checked, at: request.uri.path, under: key) {
            try await perform(checked)
        }
    }

    // MARK: Who asks

    private func authenticate(
        _ request: Request,
        _ context: ServeRequestContext,
        _ rate: inout RateReading?
    ) throws -> APIKeyHolder {
        let now = engine.clock.now()
        switch BearerToken(request.headers[values: .authorization]) {
        case .none:
            refused("no-key")
            throw Problem.unauthorized(sentToken: false)
        case .token(let token):
            // A key that is right is never refused because of what neighbours got wrong.
            if let holder = try keys.holder(of: token, at: now) { return holder }
        case .malformed: break
        }
        let prefix = AddressPrefix.of(context.remoteAddress?.ipAddress)
        let reading = strangers.take(.failures, by: prefix, at: now)
        guard reading.isAllowed else {
            rate = reading
            refused("too-many-failures")
            throw Problem.rateLimited(reading)
        }
        refused("wrong-key")
        throw Problem.unauthorized(sentToken: true)
    }

    private func count(
        _ budget: Budget,
        _ holder: APIKeyHolder,
        _ rate: inout RateReading?
    ) throws {
        let reading = callers.take(budget, by: holder.id, at: engine.clock.now())
        rate = reading
        guard reading.isAllowed else {
            refused("too-many-requests")
            throw Problem.rateLimited(reading)
        }
    }

    private func check(
        _ access: OperationDescription.Access,
        _ holder: APIKeyHolder
    ) throws {
        guard case .scope(let scope) = access, !holder.scopes.contains(scope) else { return }
        refused("insufficient-scope")
        throw Problem.insufficientScope(scope)
    }

    /// The call as the log has it.
    func call(_ request: APIRequest) throws -> APICall {
        APICall(
            operation: request.operation.rawValue,
            key: request.holder.id,
            contact: try subject(of: request)
        )
    }

    /// Whom a request is about, if it is about a contact that there is.
    private func subject(of request: APIRequest) throws -> ContactID? {
        if let address = request.address { return try engine.pseudonym(of: address) }
        // What is not ours may be anything that a client wrote: it has no place in the log.
        guard let contact = request.contact ?? request.namedContact, try engine.isContact(contact)
        else { return nil }
        return contact
    }
}

extension HTTPField.Name {
    static let rateLimit = known("RateLimit")
    static let rateLimitPolicy = known("RateLimit-Policy")

    private static func known(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else {
            preconditionFailure("letters and hyphens are the name of a field")
        }
        return name
    }
}
