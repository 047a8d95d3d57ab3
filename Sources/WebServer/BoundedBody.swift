import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// Reading of a request's body up to a limit.
enum BoundedBody {
    /// Why there is no body.
    enum Fault: Error {
        case tooLarge, tooSlow

        var response: Response {
            switch self {
            case .tooLarge: Plain.response(.contentTooLarge, closes: true)
            case .tooSlow: Plain.response(.requestTimeout, closes: true)
            }
        }

        /// One word of a closed vocabulary, for a line of a log.
        var word: String {
            switch self {
            case .tooLarge: "body-too-large"
            case .tooSlow: "body-too-slow"
            }
        }
    }

    /// The whole body; a length that is announced as too large is not waited for.
    ///
    /// - Throws: `Fault`; or what the connection ended with.
    static func bytes(of request: Request, limit: Int) async throws -> [UInt8] {
        if let announced = request.headers[.contentLength] {
            guard let length = Int(announced), length <= limit else { throw Fault.tooLarge }
        }
        do {
            let buffer = try await request.body.collect(upTo: limit)
            return [UInt8](buffer.readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Fault.tooLarge
        } catch is RequestTooSlow {
            throw Fault.tooSlow
        }
    }
}
