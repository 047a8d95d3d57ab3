import Clocks
import Testing

struct VirtualClockTests {
    @Test func `a virtual clock moves only when told, and only forwards`() {
        let clock = VirtualClock(Timestamp(milliseconds: 10))
        #expect(clock.now().milliseconds == 10)
        #expect(clock.now().milliseconds == 10)
        clock.advance(to: Timestamp(milliseconds: 20))
        #expect(clock.now().milliseconds == 20)
        clock.advance(to: Timestamp(milliseconds: 5))
        #expect(clock.now().milliseconds == 20)
    }

    @Test func `taking a turn back puts the clock back`() {
        let clock = VirtualClock(Timestamp(milliseconds: 10))
        clock.rewind(to: Timestamp(milliseconds: 3))
        #expect(clock.now().milliseconds == 3)
    }
}
