import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// Answers of plain bytes.
enum Plain {
    static let textType = "text/plain; charset=utf-8"

    /// An answer that is its status and nothing more; may tell the client that the connection
    /// ends with it.
    static func response(_ status: HTTPResponse.Status, closes: Bool = false) -> Response {
        var response = response(status, [UInt8]("\(status.code)\n".utf8), type: textType)
        if closes { response.headers[.connection] = "close" }
        return response
    }

    static func response(
        _ status: HTTPResponse.Status,
        _ body: [UInt8],
        type: String
    ) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = type
        // Browsers are not to guess that bytes are something they could run.
        headers[.xContentTypeOptions] = "nosniff"
        headers[.cacheControl] = "no-store"
        return Response(
            status: status,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body))
        )
    }
}
