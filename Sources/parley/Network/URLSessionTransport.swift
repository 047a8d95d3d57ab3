import Dispatch
package import Foundation
import FoundationNetworking
package import TransparencyLog

/// Requests to witnesses by the toolchain's own client of HTTP.
///
/// Follows no redirection, answers no demand for a password, keeps no cookies and no cache, and
/// takes only answers that say beforehand how long they are: the client cannot be stopped for
/// certain in the middle of one that is sent faster than it reads.
package struct URLSessionTransport: WitnessTransport {
    /// Seconds from the request to the end of its answer.
    package static let patience = 10

    package init() {}

    package func post(
        _ body: [UInt8],
        to url: URL
    ) async throws(WitnessFailure) -> WitnessReply {
        let reception = WitnessReception(limit: AddCheckpointAnswer.largestByteCount)
        let patience = DispatchWorkItem { reception.settle(.failure(.tooSlow)) }
        DispatchQueue.global().asyncAfter(
            deadline: .now() + .seconds(Self.patience),
            execute: patience
        )
        defer { patience.cancel() }
        let request = Self.request(body, to: url)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { done in
                reception.deliver(to: done)
                // Even beginning waits for the client's own thread.
                DispatchQueue.global().async { reception.begin(request, Self.configuration) }
            }
        } onCancel: {
            reception.settle(.failure(.unreachable))
        }
        return try result.get()
    }

    private static func request(_ body: [UInt8], to url: URL) -> URLRequest {
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.setValue("text/plain; charset=utf-8", forHTTPHeaderField: "Content-Type")
        // A packed answer could be far longer than it says.
        request.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
        request.httpBody = Data(body)
        return request
    }

    private static var configuration: URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = Double(patience)
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCache = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        return configuration
    }
}
