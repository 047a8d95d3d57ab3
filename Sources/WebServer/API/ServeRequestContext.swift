package import Hummingbird
package import NIOCore

/// A request with the address it came from.
package struct ServeRequestContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Of whoever is at the other end of the connection: of a proxy, where there is one.
    package let remoteAddress: SocketAddress?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}
