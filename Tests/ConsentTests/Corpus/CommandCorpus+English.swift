extension CommandCorpus {
    /// English.
    static let english = #"""
        [en]
        + Stop texting this number
        + plz stop msging me
        + Stop sending me this crap
        + stop spamming me!!!
        + STOP SPAM
        + Stop promotions
        + Please unsubscribe this number
        + unsubscribe from everything
        + Unsubscribe me from all your lists pls
        + opt me out of all messages
        + I'd like to opt out
        + I want to opt out please
        + take me off your mailing list
        + Take my number off your list
        + remove me from this
        + Remove this number from your list thanks
        + pls remove my number
        + do not text this number again
        + Dont ever text me again
        + Don't message me anymore
        + no more texts please!!
        + No more promotional messages
        + Please quit texting me
        + quit sending me texts
        + Please cease all messages
        + I no longer wish to receive these messages
        + i dont want to get these texts anymore
        + I do not consent to these messages
        + I withdraw my consent
        + I revoke my consent to be contacted
        + Stop⏎Sent from my iPhone
        + Hi, please stop these messages. Thanks, have a nice day
        + Could you stop messaging me please?
        + can you remove me from the list?
        + Stop contacting me!
        + STOP STOP STOP!!!!
        + stop now!!! 😡
        + please stop 🙏🙏
        + ok please unsubscribe me
        + Cancel all messages
        + end all texts
        + not interested, please remove me
        + you have the wrong number, please stop texting me
        + delete my number please
        + Lose my number
        + remove me plz
        + STOP.
        + 'stop'
        ~ stahp
        ~ stawp
        ~ dtop
        ~ stop txting
        ~ sttop
        ~ st op
        ~ s top
        + stop-it!!
        ~ unsubcribe
        ~ unsubscrib
        ~ ubsubscribe
        ~ unsubsribe me please
        ~ cancell
        ~ cnacel
        ~ optuot
        ~ leave me alone please
        ~ enough already
        ~ wrong number
        ~ who is this? stop
        ~ omg stop
        ~ this has to stop
        ~ I didn't sign up for this
        ~ stop or I will report you
        ~ Stop your bot
        ~ how can I unsubscribe
        ~ how do i get off this list
        + Can you stop?
        ~ pls no more
        ~ go away
        ~ blocked
        ~ STOP appointment reminders
        ~ reported as spam
        - don't stop sending me the reminders please
        - please don't unsubscribe me, I still want these
        - Never stop learning!
        - I can't stop thinking about it
        - Should I stop taking the tablets?
        - Do I need to stop eating before the blood test?
        - When should I stop the antibiotics?
        - the bleeding won't stop
        - My car stopped working
        - I stopped smoking last year
        - it stopped raining so we can go
        - I'm at the bus stop
        - Get off at the last stop
        - what stop is nearest to you?
        - Is there a tram stop near the clinic?
        - one stop away
        - stopping by at 4
        - I'll stop by after work
        - We made a stop in Leeds
        - non stop rain here
        - the end of the month works
        - at the weekend
        - end of story
        - I want to cancel my appointment tomorrow
        - cancel that order please, number 4412
        - Please cancel my booking for Friday
        - can I cancel if I'm ill?
        - cancelled
        - my flight was cancelled
        - Do you have a cancellation policy?
        - remove the onions please
        - remove the second item from my order
        - how do I remove the stain?
        - I quit smoking two weeks ago
        - I quit
        - revoke his access please
        - fine
        - fine, see you then
        - it's fine
        - red
        - dark red, size M
        - I opted for the second one
        - what does unsubscribe mean?
        - If I text STOP will I lose my appointment?
        - the doctor said stop but the pharmacist said carry on
        - is it ok to stop the medication?
        - stop is the wrong word
        - Thanks!
        - Sounds good
        - no thanks
        - no problem
        - Not now
        - Yes, Tuesday at 4 works
        - nope
        - order 77812-B
        - 2
        - B
        - call me
        - Hi, is anyone there?
        - what are your opening hours?
        - my daughter is 4
        - +491700000001
        - hello, I'd like to book for two
        - thx
        - lol
        - ok great
        - top notch
        - on top of that
        - stephanie
        - shop is closed
        - just a moment
        - hang on
        - wait
        - next step?
        - Can you text me the address again?
        - Send me the messages in German please
        - I never got the message
        - please message me when it's ready
        - stop me if I'm wrong but isn't it Thursday?
        - we could not find the stop so we went home
        - I had to stop my car because of the light, so I was 5 minutes late
        - The nurse told me to stop drinking coffee
        - Liked “Reply STOP to unsubscribe”
        - Loved "STOP"
        - He said "please stop texting me" and I laughed
        + STOP
        + stop
        +   stop  
        + "STOP"
        + stop!!!
        + S.T.O.P.
        + S T O P
        + s-t-o-p please
        + #STOP
        + /stop
        + STOP-
        + *stop*
        + (stop)
        + stop 🛑
        + 🙏 stop 🙏
        + STOP STOP STOP
        + stop please
        + pls stop
        + Stop. Thank you
        + Hello, please stop texting me. Thank you.
        + STOP ALL
        + stopall
        + opt-out
        + opt me out please
        + unsubscribe
        + Unsubscribe me please
        + please unsubscribe me from this list
        + I want to unsubscribe
        + I would like to unsubscribe from all messages
        + cancel
        + cancel please
        + END
        + quit
        + revoke
        + remove
        + Please remove me from your list
        + take me off this list
        + no more texts
        + No more messages please!
        + stop sending me these messages
        + Stop messaging me now
        + don't text me again
        + Do not contact me
        + please don't send me any more messages
        + I don't want to receive messages
        + can you please stop
        + No thanks, stop
        + stop, not interested
        + cancel my subscription
        ~ stpo
        ~ stp
        ~ STIP
        - stok
        ~ sotp
        ~ st0p
        ~ stop1
        ~ STOPPP
        ~ stooop
        ~ ssttoopp
        ~ Please stopppp
        ~ unsubscibe
        ~ unsuscribe me
        ~ un subscribe
        ~ cancle
        ~ 🛑 please
        ~ ok stop
        ~ yes stop
        ~ stop ads
        ~ stop ads now ok
        ~ STOP 12345
        ~ no, stop
        ~ leave me alone
        ~ not interested
        ~ no more
        ~ how do I unsubscribe?
        ~ I want to cancel
        ~ ok cancel
        ~ stop you idiots
        ~ this is harassment, stop
        + I never signed up, unsubscribe me
        ~ I asked you last week already, stop texting me, this is harassment
        ~ I have told your shop three times now. Please remove me from your list.
        + I did not sign up for this. STOP
        ~ Why do I get this? Stop.
        ~ STOP!! I am not Maria
        + stop sending me offers
        - hi ✋
        - ok
        - yes
        - no
        - hello
        - please
        - thank you
        - don't stop
        - Don’t stop
        - DONT STOP
        - dont stop sending
        - do not stop
        - please don't stop sending offers
        - never stop
        - I can't stop laughing
        - it won't stop
        - please do not unsubscribe me
        - don't cancel
        - don't remove me
        - not the end
        - bus stop
        - "Stop!" he said, and the driver looked up
        - no stop
        - end chat
        - the bus stop
        - next stop
        - Where is the next stop?
        - which stop
        - is this my stop?
        - full stop
        - nonstop flight
        - non-stop
        - stop sign
        - stop by tomorrow
        - one stop shop
        - the stop
        - weekend
        - the end
        - The end of the world is near
        - end of June
        - in the end we went home
        - We have got to STOP this terrible bill from passing!!
        - I will cancel my appointment on Monday at 5
        - Can I end my contract in May?
        - cancel my appointment
        - please cancel the 5 o'clock table
        - can I cancel my order?
        - I quit my job
        - quit smoking
        - he wrote "stop"
        - what does "STOP" mean
        - Reply STOP to unsubscribe
        - my doctor told me to stop taking the red pills in the morning
        - He told me to stop sending messages to her mother
        - did the rain stop?
        - stop or go?
        - when does it stop
        - fine thanks
        - I'm fine, thank you
        - that's fine
        - fine by me
        - the red one
        - red please
        - top
        - shop
        - step
        - stoop
        - atop
        - spot
        - slop
        - store
        - stock
        - start smoking
        - don't start
        - I need help with my order
        - can you help my mother
        - info about prices
        - yes please
        - I will be at the office tomorrow morning, see you then Maria
        - what time do you open on Sunday?
        - 12345
        - stopwatch
        - stopping
        - Christopher
        - stopover
        - good, good
        - see you at the top
        - quiet please
        - hotel
        - unsure
        - canceled
        - Let's not end it here
        """#
}
