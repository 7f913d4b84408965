"""Which words in capitals are words: short ones in common use, and acronyms said as words."""

from __future__ import annotations

from content.rules.letters import words

SAID_AS_WORDS = words(
    """
    AIDS NASA COVID SARS MERS NATO UNICEF UNESCO LASER LASIK SIM PIN RAM ROM RADAR SONAR SCUBA
    FEMA OSHA HIPAA HEPA NICE CPAP BIPAP DARE MADD OPEC ASAP NAFTA SWAT FIFA UEFA AWOL BASIC GIF
    JPEG CAPTCHA WASP ZIP CERN YMCA NORAD NAACP SAMHSA SIDS TENS PET CAT COBRA MASH RICE
    FAST ACE TORCH DASH MIND REM GABA CRISPR PRISMA COSHH ASCII OPRAH IKEA LEGO ALDI VISA
    MRSA DEXA NSAID NSAIDs HELLP BRAT STEM DOI OK
    """
)

SOUNDS = {
    "NSAID": "N said",
    "NSAIDs": "N saids",
    "CABG": "cabbage",
    "PrEP": "prep",
    "DTaP": "D tap",
    "SAMHSA": "samsa",
}
"""Acronyms that are said as words, but not as they are spelled."""

COMMON = words(
    """
    a able about above act add after again age ago aid aim air all allow alone along also always
    am an and any apart are area arm art as ask at away back bad bag ban bar base be bear beat
    bed been began being below best big bill bit blood blue body bone book both box boy brain
    bring but buy by call calm came can cancer car care case cause cell check child city class
    clean clear clinic close coat cold come cost could cover cry cup cut daily dark data date
    day days dead deal deep did diet die dig do does dog done dont door dose down draw drink
    drive drop drug drugs dry due each ear early earn ease easy eat egg eight either else end
    enjoy enter equal even ever every eye eyes face fact fall false far fast fat fear feed feel
    feet fell felt few field fill final find fine fire first fish fit five fix flu fly focus
    food foot for form found four free fresh friend from full fun gain gas gave get girl give
    glad go goal god goes gold gone good got grew group grow guide gut guy had hair half hand
    happy hard has hat hate have he head heal health hear heart heat heavy held help her here
    hide high him his hit hold home hope hot hour hours house how human hurt ice idea if ill in
    inch into iron is issue it item its job join joint juice just keep kept key kid kids kill
    kind knee knew know lab lack land large last late later law lay lead learn least leave left
    leg less let level lie life lift light like limit line lip list live liver load local long
    look lose loss lost lot love low lower lump lunch lung made mail main major make male man
    many mark may me meal mean meat media meet men met mild milk mind minor miss mix model money
    month mood more most mother mouth move much must my nail name near neck need nerve never new
    news next nice night nine no none nor normal nose not note now nurse nut of off offer oil
    old on once one only open or order other our out over own pack page paid pain pale part past
    patch pay peer people phone pick pill place plan plant play please plus point poor post
    press price pro proof put quick quiet quit quite race rain ran rash rate raw read ready real
    red rest rich ride right rise risk road role room root rub rule run safe said salt same sat
    save saw say sea seat second see seek seem seen self sell send sent serve set seven sex
    sexual shall share she shop short shot should show shut sick side sign sign since sing sit
    site six size skin sleep slow small smell smile smoke so sodium soft sold some son soon sore
    sort soup speak spend spot spread staff stage stand star start state stay step still stop
    store story street strong study such sugar sun sure sweet swim take talk tall taste tax tea
    team tell ten term test than thank that the their them then there these they thin thing
    think third this those three time tip tired to today told too took tooth top total touch
    tough toward town treat tree trial trip true trust truth try turn twice two type types ulcer
    under until up upon urge urine us use used user usual very view virus visit vital voice wait
    wake walk wall want war warm warn was wash waste watch water way we weak wear week weeks
    weight well went were wet what wheat when where which while white who whole whom whose why
    wide wife will win wish with woman women won word words work world worse worst worth would
    wound write wrong year years yes yet you young your zero wow yay yep yup nah huh ugh hey bye
    haha oops please thanks sorry er ed ob pa ma pt
    """
)
