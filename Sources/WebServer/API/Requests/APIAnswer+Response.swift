import HTTPTypes
import Hummingbird
import HummingbirdCore

extension APIAnswer {
    var response: Response {
        Plain.response(HTTPResponse.Status(code: status), body, type: type)
    }
}
