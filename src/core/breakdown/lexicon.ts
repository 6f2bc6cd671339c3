// The words by which suggestions are found: our own list of what English screenplays name that somebody has to bring, by category.
//
// An entry is one or more words in the singular, or a verb's base form; `/` gives another form where no rule makes it ("wolf/wolves",
// "fall/fell/fallen"). Behind it may stand, with no space:
//   *        also a verb or another thing: counts behind "a", "the", "his", a number and the like, or in capitals
//   ^        counts in capitals alone: writers shout sounds
//   !a|b     not before these words ("falls asleep")       <a|b   not behind these words ("night falls")
// FALSE_FRIENDS are longer words that hide what they hold: no train is needed at a train station.

export type LexiconKind = 'thing' | 'people' | 'deed';

export interface LexiconPart {
  readonly category: string;
  readonly kind: LexiconKind;
  readonly entries: string;
}

export const LEXICON: readonly LexiconPart[] = [
  {
    category: 'vehicles',
    kind: 'thing',
    entries: `car, automobile, truck, pickup truck, pickup*, van, taxi, taxicab, cab*, yellow cab, bus, school bus, minibus, limousine, limo, sedan, coupe, convertible,
      station wagon, suv, jeep, hatchback, sports car, race car, police car, squad car, patrol car, cop car, cruiser, cruise ship, ambulance, fire truck, fire engine, hearse, motorcycle,
      motorbike, dirt bike, moped, scooter, vespa, bicycle, bike*, tricycle, unicycle, trailer*, motor home, camper, camper van, rv, caravan, tractor, bulldozer, forklift, excavator,
      tow truck, dump truck, garbage truck, delivery truck, moving van, ice cream truck, semi*, eighteen wheeler, big rig, tank*, humvee, armored car, carriage, coach*, stagecoach, wagon,
      cart*, chariot, buggy, rickshaw, sled, sleigh, snowmobile, golf cart, quad bike, atv, boat, rowboat, motorboat, speedboat, sailboat, fishing boat, lifeboat, canoe, kayak, raft*, dinghy,
      yacht, ferry*, ship*, steamboat, tugboat, barge*, submarine, jet ski, airplane, aeroplane, plane*, jet*, biplane, seaplane, bomber, fighter jet, glider, helicopter, chopper*, airship,
      blimp, zeppelin, hot air balloon, rocket*, spaceship, space shuttle, train*, locomotive, freight train, subway train, tram, streetcar, trolley, cable car, gondola, skateboard,
      wheelbarrow, stroller, baby carriage, pram, wheelchair, gurney, 747, cadillac, chevy, chevrolet, buick, dodge charger, mustang*, corvette, porsche, ferrari, mercedes,
      bmw, volkswagen, volvo, toyota, honda, lincoln*, pontiac, oldsmobile, thunderbird, rolls royce, bentley, harley`,
  },
  {
    category: 'animals',
    kind: 'thing',
    entries: `animal, dog, puppy, hound, bloodhound, mutt, terrier, poodle, german shepherd, rottweiler, sheepdog, cat, kitten, horse, pony, mare, stallion, foal, mule, donkey, cow, bull*, calf/calves, ox/oxen,
      cattle/cattle, sheep/sheep, ewe, lamb, ram*, goat, pig, piglet, hog, boar, chicken, hen, rooster, duck*, duckling, goose/geese, swan, turkey*, peacock, pigeon, dove*, crow*, raven, owl, hawk*,
      eagle, falcon, vulture, seagull, parrot, canary, bird, flock of birds, bat*, rat, mouse/mice, hamster, guinea pig, rabbit, bunny, hare, squirrel, chipmunk, raccoon, skunk, fox, wolf/wolves, coyote, bear*, grizzly,
      polar bear, deer/deer, stag*, elk, moose/moose, buffalo, bison, elephant, lion, lioness, tiger, leopard, panther, cheetah, jaguar*, monkey, chimpanzee, chimp, ape*, gorilla, orangutan, giraffe, zebra, camel,
      kangaroo, koala, rhino, hippo, crocodile, alligator, lizard, iguana, snake*, rattlesnake, python, cobra, turtle, tortoise, frog, toad, fish*, goldfish/goldfish, catfish/catfish, trout/trout, salmon*, eel, shark, whale, dolphin,
      seal*, octopus, lobster, crab, jellyfish/jellyfish, insect, bug*, fly*, housefly/houseflies, bee, wasp, hornet, mosquito, butterfly, moth, spider, tarantula, ant, cockroach, roach, beetle, cricket*, firefly/fireflies, worm, leech, maggot,
      swarm of bees, litter of puppies, herd of cattle, livestock/livestock, critter, leeches/leeches`,
  },
  {
    category: 'props',
    kind: 'thing',
    entries: `gun, handgun, pistol, revolver, rifle, shotgun, machine gun, submachine gun, sniper rifle, assault rifle, musket, holster*, bullet, ammunition, ammo, magazine*, shell casing, grenade, bomb*, dynamite, detonator,
      knife/knives, pocketknife, switchblade, dagger, sword, saber, machete, axe, ax, hatchet, spear*, bow and arrow, arrow, crossbow, club*<night|the|country|golf>, baseball bat, bat*, nightstick, taser, pepper spray, handcuff, whip*, slingshot, brass knuckles/brass knuckles,
      phone*, telephone, cell phone, cellphone, smartphone, pay phone, walkie talkie, radio*, microphone, megaphone, headset, headphone, laptop, computer, keyboard, tablet, television*, remote control, camera*<the|towards|toward|to|at|past|off|on|into, video camera, camcorder, tape recorder,
      flashlight, lantern, lamp, candle, torch*, match*!the|up, matchbook, lighter*<even|much|lot|bit|gotten|got, cigarette, cigar, pipe*, ashtray, joint*, syringe, needle, pill, lotion, hand lotion, ointment, shampoo, soap, perfume, pill bottle, medicine bottle, stethoscope, thermometer, crutch, cane*, walking stick, umbrella, parasol,
      briefcase, suitcase, luggage, shopping cart, shopping basket, backpack, duffel bag, duffle bag, bag*, paper bag, plastic bag, shopping bag, trash bag, sack*, purse*, handbag, wallet, envelope, letter*, postcard, telegram, package, parcel, box*, cardboard box, shoebox, crate, trunk*, chest of drawers, toolbox, pulley, lever,
      newspaper, notebook, diary, journal, encyclopedia, dictionary, phrasebook, textbook, phone book, guidebook, comic book, scrapbook, photo album, yearbook, book*, bible, novel, map*, blueprint, document, notepad, legal pad, license plate, contract*, folder, file folder, manila folder, clipboard, photo, photograph, picture frame, polaroid, snapshot, pen*, pencil, crayon, paintbrush, typewriter, ledger, passport, ticket, badge,
      id card, business card, credit card, check*, checkbook, cash*, money, coin, dollar bill, wad of bills, stack of bills, key*, key ring, keys/keys, padlock, chain*, rope, wire cutters/wire cutters, duct tape, shovel*, spade, pickaxe, rake*, hoe, pitchfork, hammer*, nail gun, screwdriver, wrench*, pliers/pliers, saw*, chainsaw, drill*, crowbar, ladder,
      stepladder, bucket, mop*, broom, hose*, scissors/scissors, hedge clippers/hedge clippers, lawnmower, wheel barrow, glass of water, wine glass, champagne glass, martini glass, shot glass, glass*, mug*, cup, coffee cup, teacup, teapot, coffee pot, thermos, bottle, wine bottle, beer bottle, beer, beer can, can of beer, flask, pitcher, tray, plate*, bowl*, fork, spoon, chopsticks/chopsticks,
      frying pan, pot*, kettle, sandwich, burger, hamburger, hot dog, pizza, potato/potatoes, spaghetti/spaghetti, soup, salad, cereal, bacon, egg, steak, noodles/noodles, cheese, grocery/groceries, peanut, candy bar, cake*, birthday cake, wedding cake, pie*, apple pie, cookie, doughnut, donut, bread, loaf of bread, apple, banana, oranges/oranges, popcorn, ice cream, ice cream cone, candy, lollipop, coffee*, cocktail, champagne, wine, whiskey, whisky, vodka, martini, iced tea, lemonade, soda, milk*,
      ring*<ears|phone|telephone|doorbell>, wedding ring, engagement ring, diamond ring, wedding band, gift*, present*, wrapped present, bouquet, bouquet of flowers, flower, rose*, balloon, teddy bear, doll, toy*, ball*, football*, basketball*, baseball*, soccer ball, tennis racket, racket*, golf club, golf bag, hockey stick, fishing rod, fishing pole, fishing net, net*, kite,
      playing cards/playing cards, deck of cards, dice/dice, chess set, chessboard, guitar, violin, piano, trumpet, harmonica, accordion, drum*, banjo, saxophone, flute, cello, glasses case, binoculars/binoculars, telescope, microscope, magnifying glass, compass*, watch*<to|and|you|we|they|i|can|stand|stands|sits|who>, pocket watch, stopwatch, alarm clock,
      hourglass, crystal ball, crucifix, rosary, coffin, casket, urn, gravestone, headstone, tombstone, skull, skeleton, flag*, trophy, medal, blue ribbon, diploma, lunchbox, lunch box, pacifier, baby bottle, cotton candy, snow globe, music box, test tube, beaker, oxygen mask, iv bag, iv drip, heart monitor, defibrillator, scalpel, blood bag, bedpan, stretcher,
      pillow, blanket, sleeping bag, tent, towel, handkerchief, tissue, napkin, toothbrush, razor, hairbrush, comb*, lipstick, compact mirror, hand mirror, perfume bottle, sunscreen, pacemaker, magazine cover, stick*, rock*, stone*, brick, board*<on|the school|room>, plank, sign*, parachute, life preserver, life jacket, oar, paddle*, anchor*, treasure chest, gavel,
      remote*, usb stick, thumb drive, hard drive, cassette, vhs tape, videotape, record player, boombox, jukebox, projector, film reel, cue card, script*, handheld, wand, magic wand, ventriloquist dummy, sledgehammer, rope ladder, noose, lasso, saddle*, bridle, leash, collar*, cage*, birdcage, fishbowl, aquarium, beehive, firewood, kindling, matchstick, campfire, lightbulb, light bulb, fuse*, battery, checklist, ransom note, note*<top|high|low|wrong|right|long|sour|musical|piano!of, index card, sketch*, sketchbook, easel`,
  },
  {
    category: 'wardrobe',
    kind: 'thing',
    entries: `wedding dress, wedding gown, evening gown, ball gown, dress*, sundress, gown, veil, tuxedo, tux, suit*, business suit, three piece suit, suit and tie, necktie, bow tie, tie*, uniform*, military uniform, police uniform, costume, clown costume, clown suit, hat, top hat, cowboy hat, baseball cap, cap*, hard hat, helmet, beret, turban, crown*, tiara, mask*, ski mask, gas mask,
      coat*, overcoat, raincoat, trench coat, lab coat, fur coat, parka, jacket, leather jacket, sport coat, blazer, vest, bulletproof vest, flak jacket, outfit, sweater, cardigan, hoodie, sweatshirt, t shirt, tee shirt, shirt, white shirt, blouse, skirt, miniskirt, pants/pants, trousers/trousers, jeans/jeans, overalls/overalls, shorts/shorts, swimsuit, bathing suit, bikini, swim trunks/swim trunks, wetsuit, bathrobe, robe, nightgown, pajamas/pajamas, pyjamas/pyjamas,
      underwear/underwear, boxers/boxers, boxer shorts/boxer shorts, bra, lingerie, stockings/stockings, sock, shoe, boot*, cowboy boot, high heels/high heels, sneaker, slipper, sandal, flip flops/flip flops, glove*, boxing glove, mitten, scarf/scarves, shawl, apron, belt*, suspenders/suspenders, cloak*, cape, armor, toga, kimono, sunglasses/sunglasses, eyeglasses/eyeglasses, spectacles/spectacles, glasses/glasses, monocle, necklace, earring, bracelet, pearls/pearls, brooch,
      backless dress, hospital gown, straitjacket, loincloth, space suit, spacesuit, leotard, tutu, letterman jacket, varsity jacket, cummerbund, bandana, bowler hat, derby hat, fedora, bonnet, hairnet, poncho, snowsuit, tights/tights, kilt, scrubs/scrubs, fatigues/fatigues, handcuffs key`,
  },
  {
    category: 'makeup',
    kind: 'thing',
    entries: `blood*, bloody nose, bloody lip, bruise*, bruised, black eye, scar*, scarred, wound*, gash*, cut lip, bandage*, bandaged, bandaid, stitches/stitches, scab, burn mark, burn scar, tattoo*, tattooed, wig, toupee, fake mustache, fake beard, false teeth, fangs/fangs, prosthetic, eye patch, eyepatch, glass eye, war paint, face paint, clown makeup,
      chicken pox, measles, pimple, zit, smeared makeup, smudged mascara, mascara, bleeding, bloodied, bloodstained, blood soaked, wrinkles/wrinkles, pregnant belly, peg leg, hook hand, age makeup, muddy face, dirty face, sunburn, sunburned, frostbite, corpse, dead body, severed head, severed hand, severed arm, battered, black and blue, bee stung, swollen eye, cast on`,
  },
  {
    category: 'setDressing',
    kind: 'thing',
    entries: `chandelier, curtain, blinds/blinds, venetian blinds/venetian blinds, vertical blinds/vertical blinds, drapes/drapes, rug, carpet*, sofa, couch*, armchair, rocking chair, recliner, bookshelf/bookshelves, bookcase, fireplace, grandfather clock, painting*, portrait, poster, mural, statue, fountain*, billboard, neon sign, street sign, road sign, traffic light, banner, streamers/streamers, balloons/balloons, christmas tree, christmas lights/christmas lights, string of lights, jack o lantern, birthday decorations,
      hospital bed, bunk bed, crib, cradle*, hammock, bathtub, shower curtain, refrigerator, fridge, stove, oven, microwave, dishwasher, washing machine, vending machine, slot machine, pinball machine, pool table, ping pong table, dart board, dartboard, filing cabinet, file cabinet, whiteboard, blackboard, chalkboard, desk lamp, floor lamp, mirror*, full length mirror, treadmill, punching bag, altar, pew, podium, lectern, stage curtain,
      mailbox, fire hydrant, street lamp, streetlight, phone booth, park bench, picnic table, barbecue, swing set, seesaw, carousel, ferris wheel, merry go round, circus tent, big top, scarecrow, haystack, hay bale, bale of hay, water tower, windmill, wishing well, stone well, tombstones/tombstones, clothesline, laundry line, diving board, birdbath, mounted head, stuffed animal, taxidermy, tapestry, cobweb, cobwebs/cobwebs, spider web, wreath, centerpiece, ice sculpture, buffet table, trailer home, white picket fence, perpetual motion machine`,
  },
  {
    category: 'greenery',
    kind: 'thing',
    entries: `tree, oak tree, palm tree, pine tree, vine, ivy, hedge*, bush, shrub, potted plant, houseplant, plant*, fern, weeds/weeds, tall grass, cornfield, corn stalk, cornstalk, wheat field, flower bed, flowerbed, rose bush, rosebush, sunflower, daffodil, tulip, lily pad, moss, cactus, branch*, log*, thicket, undergrowth, overgrowth, leaves/leaves*, dead leaves/dead leaves, fallen tree, brambles/brambles, thorns/thorns, orchard, reeds/reeds`,
  },
  {
    category: 'specialEffects',
    kind: 'thing',
    entries: `explosion, fireball, gunshot, gunfire, muzzle flash, squib, flame, fire*<cease>!truck|engine|escape|station|place|hydrant, bonfire, inferno, smoke*, fog, mist, haze, steam*, rain*, downpour, rainstorm, drizzle*, thunderstorm, storm*, lightning, snow*, snowstorm, blizzard, hail*, sleet, wind*, gust of wind, tornado, hurricane, dust storm, dust cloud, cloud of dust, spark*, shower of sparks, firework, avalanche, earthquake, flood*, wave*<and|to|he|she|they>, geyser, sprinkler, quicksand, bubbles/bubbles, breakaway glass, confetti, bullet hole, shattered glass, broken glass`,
  },
  {
    category: 'specialEffects',
    kind: 'deed',
    entries: `explode, detonate, blow up/blows up/blew up/blown up/blowing up, burst into flames/bursts into flames, catch fire/catches fire/caught fire, smolder, ignite, shatter, collapse*, erupt<applause|crowd|laughter>!in|into, rain down/rains down, pour rain, fire shot, open fire/opens fire/opened fire, go off/goes off<alarm|phone|clock|he|she|they>, burn down/burns down, burning`,
  },
  {
    category: 'visualEffects',
    kind: 'thing',
    entries: `ghost, monster, dragon, alien, giant*, giantess, mermaid, ogre, troll, fairy, unicorn, werewolf/werewolves, zombie, vampire, robot, hologram, laser beam, force field, portal, ufo, flying saucer, time lapse, freeze frame, split screen, slow motion, green screen, matte painting, superimposition, stock footage, morph*, x ray vision, magic carpet, meteor, asteroid, mushroom cloud, tidal wave, tsunami, siamese twins, conjoined twins`,
  },
  {
    category: 'visualEffects',
    kind: 'deed',
    entries: `vanish, levitate, teleport, morph, dematerialize, materialize, shapeshift, transform!his|her|the|their<been|is|was|are, evaporate, dissolve into, float in the air/floats in the air, hover in the air/hovers in the air, freeze in mid air, freeze mid air, time stops, time freezes`,
  },
  {
    category: 'stunts',
    kind: 'deed',
    entries: `fall/fell/fallen!asleep|silent|quiet|apart|back|away|open|in|into|behind|short|on|across|over|upon|for|still|through<night|darkness|snow|rain|shadow|silence|dusk|light|hush|curtain|heart|hearts|voice|snowflakes|leaves|hair|jaw|face|eyes|tear|tears|it|snow|ash|confetti|petals,
      crash!course|site|landing<waves|thunder|wave|cymbals, collide, leap/leapt/leaped!year, jump!cut|rope|at|up and|when, dive/dove/dived<scuba|nose, tumble!dryer, stumble!upon|across|over his words, trip*!to|over his words|around, slip and fall/slips and falls, roll down/rolls down/rolled down!the window|his window|her window, plummet, plunge!into darkness|in|ahead, fight/fought!back|the|for|over|off|to|tears|sleep|panic|an urge|with the urge|it<to|a|the|will|still, brawl, wrestle!with the, grapple!with the, tackle, punch!in|line|a hole|the button|numbers|up, slug!down, slap!a|on|hands|the table, kick!off|back|in|up|at the|the door<sidekick, headbutt, elbow!room, choke!on|up|back|out, strangle, stab!at, slash, whip out of, throttle, pummel, beat up/beats up/beaten up, knock down/knocks down/knocked down, knock out/knocks out/knocked out, knocked unconscious, thrown from, thrown through, thrown across, thrown off, throw across the room, slam into/slams into/slammed into, smash into/smashes into/smashed into, smash through/smashes through/smashed through, crash through/crashes through, burst through/bursts through, ram into/rams into, run over by, hit by a car, hit by a truck,
      swerve, skid, careen, spin out/spins out, flip over/flips over, roll over the hood, chase*!away|the dream, pursue, car chase, shootout, gunfight, fistfight, fist fight, sword fight, swordfight, duel, somersault, cartwheel, backflip, handstand, high dive, skydive, parachute, free fall, freefall, tightrope, trapeze, high wire, fire eating, knife throwing, climb down the side, climbs out the window, hang from the ledge, hurl himself, hurls himself, hurls herself, throws himself, throws herself, hits the ground, hits the floor, hits the water, hits the pavement, gets shot, is shot, shoot dead, drown!out|his sorrows|her sorrows, dragged by, trampled, flying through the air, sails through the air, knocked off, faint*!hope|smile|light|sound|glow, swim/swam/swum!in his eyes|suit|trunks<fish|catfish|shark|sharks|whale|dolphin|dolphins|swan|swans|duck|ducks|eyes|head, gallop, buck*`,
  },
  {
    category: 'sound',
    kind: 'thing',
    entries: `siren, foghorn, car alarm, fire alarm, burglar alarm, thunderclap, clap of thunder, thunder*, sonic boom, static*, feedback*, dial tone, busy signal, answering machine, voicemail, loudspeaker, intercom, public address, church bell, school bell, dinner bell, doorbell, starting gun, police scanner, radio announcer, crack^, bang^, boom^, thud^, crash^, click^, clink^, clank^, clang^, scrape^, beep^, buzz^, buzzer, hum^, roar^, rumble^, squeal^, screech^, scream^, howl^, growl^, splash^, crunch^, snap^, pop^, hiss^, whoosh^, rattle^, whir^, whirring^, creak^, slam^, honk^, ring^, rings^, ringing^, knock^, knocking^, echo^, whistle^, chime^, toll^, chirp^, bleat^, bark^, barking^, buzzing^, humming^, breathing^, beeping^, applause^, thump^, ticking^, gunshots^`,
  },
  {
    category: 'sound',
    kind: 'deed',
    entries: `crack^<voice, bang^, boom^, thud^, crash^, click^, clink^, clank^, clang^, scrape^, chirp^, bleat^, beep^, buzz^, hum^, roar^, rumble^, squeal^, screech^, howl^, growl^, splash^, crunch^, snap^, pop^, hiss^, whoosh^, rattle^, whir^, creak^, slam^, honk^, ring^, knock^, echo^, chime^, bark^, thump^, wail^`,
  },
  {
    category: 'music',
    kind: 'thing',
    entries: `music!box|stand|store, song, marching band, brass band, jazz band, rock band, mariachi band, string quartet, orchestra, choir, quartet, hymn, lullaby, waltz*, ballad, melody, tune*, musician, accordion player, piano player, dance band, organ music, soundtrack, polka, fanfare, national anthem`,
  },
  { category: 'music', kind: 'deed', entries: `sing/sang/sung, serenade, hum a tune/hums a tune, play piano/plays piano, play the piano/plays the piano, play guitar/plays guitar, play the guitar/plays the guitar, strum, waltz` },
  {
    category: 'equipment',
    kind: 'thing',
    entries: `aerial shot, crane shot, helicopter shot, tracking shot, dolly shot, steadicam, underwater shot, drone shot, handheld shot, process trailer, rear projection, teleprompter, night vision, slow motion camera`,
  },
  {
    category: 'extras',
    kind: 'people',
    entries: `crowd*, mob*, people/people, passerby/passersby, passer by, pedestrian, bystander, onlooker, spectator, audience, fans/fans*, guest, wedding guest, party guest, partygoer, diner*, patron, customer, shopper, commuter, passenger, tourist, traveler, traveller, student, classmate, schoolchild/schoolchildren, schoolkid, kids/kids, children/children, townspeople/townspeople, townsfolk/townsfolk, villager, citizen, local*, neighbor, neighbour, farmer, farmhand, sharecropper, worker, construction worker, factory worker, office worker, coworker, co worker, employee,
      nurse*, orderly, paramedic, emt, surgeon, doctors/doctors, patients/patients, waiter, waitress, bartender, barista, busboy, maitre d, chef, cook*, bellhop, bellboy, doorman/doormen, valet, porter, maid, janitor, receptionist, secretary, clerk, cashier, teller, bank teller, salesman/salesmen, saleswoman/saleswomen, stewardess, flight attendant, conductor, bus driver, cab driver, taxi driver, truck driver, chauffeur, pilot*, mechanic, mailman/mailmen, milkman/milkmen, delivery man/delivery men, delivery boy, paperboy, photographer, reporter, journalist, cameraman/cameramen, film crew, news crew, camera crew, paparazzi/paparazzi,
      cop, cops/cops, policeman/policemen, policewoman/policewomen, police officer, police/police!car|station|cruiser|cars|uniform, officers/officers, detectives/detectives, sheriff, deputy, fireman/firemen, firefighter, soldier, soldiers/soldiers, troops/troops, marine, sailor, security guard, guard*, prison guard, bodyguard, bouncer, swat team, prisoner, inmate, convict*, gang, gang member, thug, henchman/henchmen, protester, protestor, demonstrator, rioter, worshipper, congregation, parishioner, priest, nun, monk, altar boy, choir boy, mourner, pallbearer, bridesmaid, groomsman/groomsmen, usher*, juror, jury, bailiff, lawyers/lawyers, reporters/reporters, businessman/businessmen, businesswoman/businesswomen, executive, secretaries/secretaries,
      dancer, ballerina, chorus girl, chorus line, performer, acrobat, clown*, juggler, stagehand, roadie, cheerleader, football player, baseball player, basketball player, player, teammate, athlete, jogger, cyclist, skateboarder, swimmer, lifeguard, surfer, sunbather, beachgoer, golfer, caddy, jockey, cowboy, cowgirl, rancher, ranch hand, miner, fisherman/fishermen, hunter, woodsman/woodsmen, boy scout, girl scout, indian guide, camper kids, homeless man/homeless men, homeless woman, beggar, bum*, drunk*<little|so|too|very|bit|half|is|are, hooker, prostitute, stripper, gambler, dealer, poker player, mover, movers/movers, party crowd, strangers/strangers, hundred people, onlookers/onlookers, family members/family members, relatives/relatives, men/men^, women/women^, mourners/mourners, toddler, newborn, baby*, infant, extras/extras`,
  },
];

/** Longer words that are nothing to bring: they keep what they hold from being found. */
export const FALSE_FRIENDS =
  `train station, bus station, bus stop, bus depot, gas station, police station, fire station, radio station, train of thought, car park, parking lot, truck stop, cab driver's seat, dog food, dog tag, dog tired, hot dog stand, cat nap, cat walk, bird's eye, bull's eye, bullseye, horse around, wild goose chase, sitting duck, dead duck, lame duck, chicken out, guinea pig of, pig headed, sea horse, fish out of water, fishing trip,
  fish eye, crane up, crane down, bear hug, bear in mind, bear with, bear the, book club, book store, bookstore, bottle neck, box office, ball room, ballroom, ball park, ballpark, cash register, cup of, glass door, glass doors, glass wall, glass window, glass of, looking glass, key to, key in, light year, match made, match cut, map of, phone call, phone number, phone rings off, photo album page, picture perfect, piece of cake, plate glass, plane of, ring of, ring finger, rock and roll, rock music, rock bottom, rock solid, stone faced, stick around, stick out, stick to, stick up, suit yourself,
  tie up, tie in, time piece, top secret, tree line, tree house, treehouse, watch tower, watchtower, well lit, well dressed, well known, well worn, wind up, wind down, wave of, wave at, wave to, wave goodbye, rain check, snow white, fire escape, fireplace poker, fire off, fire at, crash course, fall in love, falls in love, fell in love, fall for, fall off in, free for all, fight back tears, jump cut, smash cut, cut to, dissolve to, match dissolve, slow motion shot of, angle on, close on, flashback to, time cut, club soda, night club, nightclub, country club,
  people person, home town crowd, guard rail, guard dog's, baby shower, baby doll, cook book, cookbook, fan belt, ceiling fan, local time, clown around, drunk driving, pilot light, camera shot, camera moves, camera pans, camera pushes, camera tracks, camera follows, camera pulls, camera reveals, camera tilts, camera holds, camera angle, camera cranes, the camera, tank top, coach class, board room, boardroom, sign of, sign up, sign in, note of, letter of the, file out, trunk of a tree, tree trunk, chest high, plant a kiss, plants a kiss, branch out, log in, log on, leaves the, leaves him, leaves her, leaves them, leaves with, fire in his eyes, fire in her eyes, cloud of doubt, steam room, ring tone, ringtone,
  police tape, milk it, orange juice, orange county, orange glow, present day, in the present, at present, check in, check out, check on, record deal, racket going, stage coach driver, school board, black board, saw the, saw him, saw her, drill sergeant, duck down, duck behind, ducks down, ducks behind, horse sense, nut case, book case, suit case, hand cuffs on, gift shop, toy store, pet store, petting zoo, gun shop, glass ceiling, rose colored, giant screen, giant sign, dress rehearsal, dress shop, coat of paint, coat rack, coat of, tie game, shell shocked, boot camp, glove compartment, belt of, crown of his, crown of her, mask his, mask her, storm out, storms out, storm off, storms off, flood of, spark of, pops the trunk, pop the trunk, opens the trunk, opens his trunk, trunk of the car, in coach, ghost town, passenger seat, passenger side, passenger door, driver's seat, these people, those people, bottle cap, the cap, guest room, guest rooms, guest bedroom, guest house, guest book, in check, in line, in hand, nurse call, nurse's station, maid of honor, doctor's office, police work, ticket booth, ticket window, letter opener, key card, train tracks, train track, car door, car doors, car window, car seat, car keys, boat house, dog house, doghouse, cat fight, horse play, fish bowl, fish tank, milk shake, coffee shop, coffee house, coffee table, wine cellar, beer belly, book end, pen pal, box spring, bottle opener, candle light, candlelight, rope line, flag pole, flagpole, knife edge, gun fire, bullet train, radio silence, camera lens, picture window, baby steps, crowd control, people's, music stand, song bird, smoke detector, smoke alarm, fire alarm, fire drill, fire hydrant, rain gutter, rain barrel, wind chime, wind chimes, wind breaker, windbreaker, snow shovel, steam engine, flower shop, flower pot, tree trunk, tree branch, rose petals, shirt pocket, coat pocket, jacket pocket, dress code, suit case, boot print, shoe box, hat rack, curtain call, curtain calls, horse costume, torch song, towards camera, to camera, shopping list, cast list, the camera's`;
