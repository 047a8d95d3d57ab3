/// What one client may take of the server; each limit holds for every route.
///
/// Durations are whole seconds, sizes are bytes.
package struct HTTPLimits: Hashable, Sendable {
    /// Bytes of a request's body; one more is answered with 413.
    package var bodyBytes: Int
    /// Bytes of all header fields of a request together.
    package var headerListBytes = 16 << 10
    /// Bytes of one header field.
    package var headerFieldBytes = 8 << 10
    package var headerFields = 64
    /// How long a connection may be silent, which is also how long a request's head may take.
    package var idleSeconds = 20
    /// How long a request may take to arrive from the end of its head, however steadily it drips.
    ///
    /// The server closes connections that are silent; each piece of a body ends a silence.
    package var bodySeconds = 5
    /// Connections open at the same time; further ones wait to be accepted.
    package var connections = 256
    /// Connections that wait to be accepted.
    package var waitingConnections = 256

    package init(bodyBytes: Int) {
        self.bodyBytes = bodyBytes
    }
}
