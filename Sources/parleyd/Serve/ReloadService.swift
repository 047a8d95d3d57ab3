import Channels
import CommandLineSupport
import ConversationRuntime
import FlowCompiler
import FlowProgram
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals
import WebServer

/// On SIGHUP, reads again what operators change: flows, locales, settings, secrets, certificate.
///
/// What does not compile, or lacks a secret, changes nothing: the daemon goes on with what it has.
struct ReloadService: Service {
    let workspace: WorkspaceOption
    let setup: ChannelSetup
    let engine: Engine
    let channels: ChannelTable
    let tls: TLSFiles?
    let metrics: ServeMetrics
    let log: ServeLog

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown()
        for await _ in signals { reload() }
    }

    private func reload() {
        do {
            let compilation = try workspace.compile()
            guard let program = compilation.program else {
                let first = compilation.errors.first
                let place = first.map { "\($0.span.path):\($0.span.line)" } ?? ""
                return refuse("\(compilation.errors.count) errors, the first at \(place)")
            }
            let fresh = try setup.channels(of: program)
            guard !fresh.isEmpty else { return refuse("the workspace declares no channel") }
            try engine.registry.replace(with: program, sources: compilation.sources)
            channels.replace(with: fresh)
            // The last: a certificate that cannot be read keeps the one there is.
            try tls?.reload()
            metrics.countReload("done")
            log.tell("reloaded", ["program": .string(program.digest.short)])
        } catch let failure as Failure {
            refuse(failure.description)
        } catch let error as TLSFilesError {
            refuse(error.sentence)
        } catch {
            refuse("the store takes nothing now")
        }
    }

    private func refuse(_ why: String) {
        metrics.countReload("refused")
        log.warn("reload-refused", ["why": .string(why)])
    }
}
