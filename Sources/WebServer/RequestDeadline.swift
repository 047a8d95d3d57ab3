import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends requests that have not arrived whole a fixed time after their heads.
///
/// The answer, 408, is given here: whoever reads the body only learns that nothing more comes. The
/// time also runs while a body is being thrown away, after an answer that did not wait for it.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let allowed: TimeAmount
    private var timer: Scheduled<Void>?
    private var isAnswered = false
    private var isOver = false

    init(after allowed: TimeAmount) {
        self.allowed = allowed
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // Nothing of a request that took too long is handed on any more.
        guard !isOver else { return }
        switch unwrapInboundIn(data) {
        case .head:
            isAnswered = false
            start(context)
        case .body: break
        case .end: stop()
        }
        context.fireChannelRead(data)
    }

    func write(
        context: ChannelHandlerContext,
        data: NIOAny,
        promise: EventLoopPromise<Void>?
    ) {
        guard !isOver else {
            promise?.fail(RequestTooSlow())
            return
        }
        if case .head = unwrapOutboundIn(data) { isAnswered = true }
        context.write(data, promise: promise)
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        stop()
    }

    private func start(_ context: ChannelHandlerContext) {
        stop()
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: allowed) {
            self.end(context)
        }
    }

    private func stop() {
        timer?.cancel()
        timer = nil
    }

    private func end(_ context: ChannelHandlerContext) {
        isOver = true
        if !isAnswered {
            let fields: HTTPFields = [.connection: "close", .contentLength: "0"]
            let head = HTTPResponse(status: .requestTimeout, headerFields: fields)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
        context.fireErrorCaught(RequestTooSlow())
        context.close(promise: nil)
    }
}

/// A request that did not arrive in the time there is for it.
struct RequestTooSlow: Error {}
