import Dispatch
import Foundation
import FoundationNetworking
import Synchronization
import TransparencyLog

/// Gathers the answer to one request, and hands it over once.
final class WitnessReception: NSObject, URLSessionDataDelegate, Sendable {
    typealias Outcome = Result<WitnessReply, WitnessFailure>

    private struct State {
        var waiting: CheckedContinuation<Outcome, Never>?
        var early: Outcome?
        var session: URLSession?
        var isSettled = false
        var head: HTTPURLResponse?
        var body: [UInt8] = []
    }

    private let limit: Int
    private let state = Mutex(State())

    /// Takes answers of at most `limit` bytes.
    init(limit: Int) {
        self.limit = limit
    }

    /// Gives the outcome to a continuation, at once when it is there already.
    func deliver(to waiting: CheckedContinuation<Outcome, Never>) {
        let early = state.withLock { state -> Outcome? in
            if state.early == nil { state.waiting = waiting }
            return state.early
        }
        if let early { waiting.resume(returning: early) }
    }

    /// Sends the request, unless it was settled before.
    func begin(_ request: URLRequest, _ configuration: URLSessionConfiguration) {
        // The session keeps its delegate until it is invalidated, which settling does.
        let session = URLSession(
            configuration: configuration,
            delegate: self,
            delegateQueue: nil
        )
        let task = session.dataTask(with: request)
        let isSettled = state.withLock { state in
            if !state.isSettled { state.session = session }
            return state.isSettled
        }
        guard !isSettled else { return session.invalidateAndCancel() }
        task.resume()
    }

    /// Ends the waiting and the request; whatever comes later is dropped.
    func settle(_ outcome: Outcome) {
        let (waiting, session) = state.withLock { state in
            guard !state.isSettled else {
                return (nil, nil) as (CheckedContinuation<Outcome, Never>?, URLSession?)
            }
            state.isSettled = true
            if state.waiting == nil { state.early = outcome }
            return (state.waiting.take(), state.session.take())
        }
        waiting?.resume(returning: outcome)
        guard let session else { return }
        DispatchQueue.global().async { session.invalidateAndCancel() }
    }

    func urlSession(
        _ session: URLSession,
        dataTask: URLSessionDataTask,
        didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
        guard let head = response as? HTTPURLResponse else { return completionHandler(.cancel) }
        if let failure = refusal(of: head) {
            settle(.failure(failure))
            return completionHandler(.cancel)
        }
        state.withLock { $0.head = head }
        completionHandler(.allow)
    }

    func urlSession(
        _ session: URLSession,
        dataTask: URLSessionDataTask,
        didReceive data: Data
    ) {
        let isTooLong = state.withLock { state in
            guard !state.isSettled else { return false }
            guard state.body.count + data.count <= limit else { return true }
            state.body += data
            return false
        }
        if isTooLong { settle(.failure(.unreadableAnswer(.tooLong(limit: limit)))) }
    }

    /// A witness answers where it is asked: an answer from elsewhere is none.
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    /// The protocol has no passwords; checking a server's certificate is left as it is.
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        didReceive challenge: URLAuthenticationChallenge,
        completionHandler:
            @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        let passwords = [
            NSURLAuthenticationMethodDefault, NSURLAuthenticationMethodHTTPBasic,
            NSURLAuthenticationMethodHTTPDigest,
        ]
        let isPassword = passwords.contains(challenge.protectionSpace.authenticationMethod)
        completionHandler(isPassword ? .rejectProtectionSpace : .performDefaultHandling, nil)
    }

    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        didCompleteWithError error: (any Error)?
    ) {
        guard error == nil else {
            let isSlow = (error as? URLError)?.code == .timedOut
            return settle(.failure(isSlow ? .tooSlow : .unreachable))
        }
        let (head, body) = state.withLock { ($0.head, $0.body) }
        guard let head else { return settle(.failure(.unreachable)) }
        settle(
            .success(
                WitnessReply(
                    status: head.statusCode,
                    contentType: head.value(forHTTPHeaderField: "Content-Type"),
                    body: body
                )
            )
        )
    }

    private func refusal(of head: HTTPURLResponse) -> WitnessFailure? {
        let encoding = head.value(forHTTPHeaderField: "Content-Encoding") ?? "identity"
        let length = head.value(forHTTPHeaderField: "Content-Length").flatMap { Int($0) }
        guard let length, encoding == "identity" else {
            return .unreadableAnswer(.unknownLength)
        }
        return length <= limit ? nil : .unreadableAnswer(.tooLong(limit: limit))
    }
}
