import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Answers for what is under `/v1` and no route: which methods there are, or that there is nothing.
struct UnknownRoutes: RouterMiddleware {
    typealias Context = ServeRequestContext

    @concurrent
    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        guard APIPath.isOurs(path) else { return try await next(request, context) }
        let methods = APIPath.methods(of: path)
        var problem = Problem(methods.isEmpty ? .notFound : .methodNotAllowed)
        if !methods.isEmpty { problem.fields = [(.allow, methods.joined(separator: ", "))] }
        let response = problem.response
        // An answer to HEAD has no body (RFC 9110, section 9.3.2).
        return request.method == .head ? response.createHeadResponse() : response
    }
}
