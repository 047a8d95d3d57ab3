/// Where the time comes from; the system's clock lives in the runtime, outside the pure ring.
package protocol WallClock: Sendable {
    func now() -> Timestamp
}
