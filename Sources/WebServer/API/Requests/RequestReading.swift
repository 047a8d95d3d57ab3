import Conversations
import ConversationRuntime
import HTTPTypes
import Hummingbird
import HummingbirdCore
import JSONCoding

/// Checks a request against its operation's description.
struct RequestReading {
    /// The parameter that makes a request repeatable.
    static let repetition = OperationDescription.Parameter.idempotencyKey.name

    let operation: APIOperation
    let holder: APIKeyHolder

    /// The request, with everything in it checked.
    func read(
        _ request: Request,
        _ context: ServeRequestContext
    ) async throws -> APIRequest {
        let description = operation.description
        var parameters: [String: String] = [:]
        for parameter in description.allParameters {
            switch parameter.place {
            case .path:
                let text = context.parameters.get(parameter.name) ?? ""
                guard parameter.fault(in: text) == nil else { throw Problem(parameter.missing) }
                parameters[parameter.name] = text
            case .query: break
            case .header:
                guard let name = HTTPField.Name(parameter.name) else { continue }
                let values = request.headers[values: name]
                parameters[parameter.name] = try parameter.read(values)
            }
        }
        for (name, value) in try query(of: request, description) { parameters[name] = value }
        return APIRequest(
            operation: operation,
            holder: holder,
            parameters: parameters,
            body: try await body(of: request, description.body)
        )
    }

    private func query(
        of request: Request,
        _ description: OperationDescription
    ) throws -> [String: String] {
        let known = description.parameters.filter { $0.place == .query }
        var values: [String: [String]] = [:]
        for (name, value) in request.uri.queryParameters where !name.isEmpty {
            values[String(name), default: []].append(String(value))
        }
        guard values.keys.allSatisfy({ name in known.contains { $0.name == name } }) else {
            throw Problem.invalid(parameter: "", "the query has a parameter that is not known")
        }
        var read: [String: String] = [:]
        for parameter in known { read[parameter.name] = try parameter.read(values[parameter.name]) }
        return read
    }

    private func body(
        of request: Request,
        _ description: OperationDescription.Body?
    ) async throws -> JSONValue {
        guard let description else { return .object([]) }
        let bytes = try await BoundedBody.bytes(of: request, limit: APIRoutes.bodyLimit)
        if bytes.isEmpty, !description.isRequired { return .object([]) }
        guard Self.isJSON(request.headers[.contentType]) || bytes.isEmpty else {
            throw Problem(.unsupportedMediaType)
        }
        guard let value = JSONReader.read(bytes) else { throw Problem(.malformedJSON) }
        let faults = description.shape.faults(in: value)
        guard faults.isEmpty else { throw Problem.invalid(faults) }
        return value
    }

    /// Whether a media type is that of JSON, in UTF-8 if it says so.
    private static func isJSON(_ type: String?) -> Bool {
        let parts = (type ?? "").lowercased().split(separator: ";").map { part in
            part.filter { $0 != " " && $0 != "\t" && $0 != "\"" }
        }
        guard parts.first == APIAnswer.json else { return false }
        return parts.dropFirst().allSatisfy { $0 == "charset=utf-8" }
    }
}

extension OperationDescription.Parameter {
    /// The one value that was sent; `nil` for none.
    fileprivate func read(_ values: [String]?) throws -> String? {
        guard let values, let value = values.first else { return nil }
        guard values.count == 1 else {
            throw Problem.invalid(parameter: name, "is there more than once")
        }
        if let fault = fault(in: value) { throw Problem.invalid(parameter: name, fault) }
        return value
    }

    /// What keeps a text from being a value of this parameter.
    fileprivate func fault(in text: String) -> String? {
        let value: JSONValue
        switch shape {
        case .integer:
            // One spelling for each number.
            guard let number = Int64(text), String(number) == text else {
                return "must be a whole number"
            }
            value = .number(text)
        case .object, .open, .list, .text, .anyText, .time, .word, .boolean, .orNull, .anything,
            .instant, .either:
            value = .text(text)
        }
        return shape.faults(in: value).first?.text
    }
}

extension APIRequest {
    /// The address in the body, where the operation takes one.
    var address: ContactAddress? {
        guard let channel = body["channel"]?.text, let text = body["address"]?.text else {
            return nil
        }
        return ContactAddress(channel: channel, text: text)
    }
}
