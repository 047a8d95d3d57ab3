/// Paths of the interface, as the router splits them.
enum APIPath {
    static let first = "v1"

    /// Whether a path has no empty part, also not at its end.
    static func isCanonical(_ path: String) -> Bool {
        !path.contains("//") && !path.hasSuffix("/")
    }

    /// Whether the interface answers for a path.
    static func isOurs(_ path: String) -> Bool { parts(path).first ?? "" == first }

    /// The methods of the routes that a path belongs to; none for a path of no route.
    static func methods(of path: String) -> [String] {
        guard isCanonical(path) else { return [] }
        let parts = parts(path)
        let routes = APIOperation.allCases.map(\.route).filter { fits(parts, $0.path) }
        // The router takes a name before it takes a parameter.
        let named = routes.filter { !$0.path.hasSuffix("}") }
        return (named.isEmpty ? routes : named).map(\.method).sorted()
    }

    private static func fits(_ parts: [Substring], _ pattern: String) -> Bool {
        let places = self.parts(pattern)
        return parts.count == places.count
            && zip(parts, places).allSatisfy { $1.hasPrefix("{") || $0 == $1 }
    }

    private static func parts(_ path: String) -> [Substring] { path.split(separator: "/") }
}
