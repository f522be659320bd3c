/**
 * Passwords of ten characters or more that lead every leaked list; shorter ones fail by their length. Lower case:
 * the check ignores case, and digits or marks put around a listed word (see password-rules.ts).
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `0987654321 1029384756 10203040506 1122334455 11223344556 1234509876 1234554321 123456654321 1234567890
   12345678900 12345678910 1234567890123 12345qwert 1234qwerasdf 123abc123abc 123qweasdzxc 147258369 147258369a
   1a2b3c4d5e 1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc 3.1415926535
   9876543210 987654321a a123456789 a1b2c3d4e5 aa12345678 aa123456789 abc1234567 abc123456789 abcd123456 abcd12345678
   abcdefghij abcdefghijk administrator adminadmin admin12345 admin123456 alexander1 asdfasdfasdf asdfghjkl1
   asdfghjkl123 asdfghjklqwertyuiop azertyuiop baseball123 basketball basketball1 bismillah123 blink182blink
   butterfly1 changeme123 charlie123 chocolate1 christopher computer123 consumer123 dragonballz elizabeth1
   examplepassword facebook123 football123 football10 forever123 friendship getmein123 goodluck123 hello12345
   helloworld helloworld1 iloveyou12 iloveyou123 iloveyou1234 iloveyou2 iloveyouforever internet123 jonathan1
   justinbieber killer1234 letmein1234 letmeinplease liverpool1 liverpoolfc lollipop123 london2012 manchester
   manchester1 master1234 mercedes123 metallica1 michael123 mickeymouse monkey1234 motdepasse mypassword mypassword1
   nintendo64 p@ssw0rd123 p@ssword123 pa55word123 passw0rd123 passw0rd1234 password00 password01 password10 password11
   password12 password123 password1234 password12345 password123456 password1! password2020 password2021 password2022
   password2023 password2024 password2025 password2026 password99 passwordpassword pilotage123 pilotagepilotage
   pokemon123 precious123 princess12 princess123 princess1234 q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedc1 qazwsxedc123
   qazwsxedcrfv qwaszx1234 qwe123qwe123 qweasdzxc1 qweasdzxc123 qwer123456 qwerasdfzxcv qwert12345 qwerty1234
   qwerty12345 qwerty123456 qwertyqwerty qwertyuiop qwertyuiop1 qwertyuiop123 qwertyuiopasdfghjkl qwertzuiop rockyou123
   samsung123 secret1234 shadow1234 silverado1 skateboard slipknot666 spiderman1 starwars123 startrek123 summer2023
   summer2024 summer2025 sunshine12 sunshine123 superman123 supersecret swordfish1 test123456 test1234567 testtest123
   testpassword thebeatles trustno1trustno1 undertaker unicorn123 universal1 valentina1 vkontakte1 volleyball welcome123
   welcome1234 welcome2024 welcome2025 whatever123 william123 windows123 winter2024 winter2025 wonderland
   zaq12wsxcde3 zaq1zaq1zaq1 zxcvbnm123 zxcvbnm1234 zxcvbnmasdf`
    .split(/\s+/)
    .filter((word) => word.length >= 10),
);
